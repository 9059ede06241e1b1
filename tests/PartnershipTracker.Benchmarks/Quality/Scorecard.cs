using PartnershipTracker.Proposing;

namespace PartnershipTracker.Benchmarks.Quality;

/// <summary>How well the engine read some articles. A claim it did not propose counts as wrong in every share.</summary>
public sealed class Scorecard
{
    private readonly Dictionary<string, (bool IsShare, List<Unit> Units)> units = [];

    /// <summary>What went wrong, one line each, for those who tune.</summary>
    public List<string> Errors { get; } = [];

    public IReadOnlyList<Figure> Figures => [.. units.Select(entry => new Figure(entry.Key, entry.Value.IsShare, entry.Value.Units))];

    /// <summary>Confidence in the stance of every proposed gold claim, and whether it was right.</summary>
    public List<(double Confidence, bool Right)> Stances { get; } = [];

    public Figure this[string name] => new(name, units[name].IsShare, units[name].Units);

    public static Scorecard Of(IEnumerable<Sample> samples)
    {
        var card = new Scorecard();
        foreach (var sample in samples)
        {
            card.AddSentences(sample);
            card.AddClaims(sample);
            card.AddEvents(sample);
            card.AddSources(sample);
        }

        return card;
    }

    /// <summary>Expected calibration error in five bins of equal width.</summary>
    public double CalibrationError => Stances
        .GroupBy(item => Math.Min(4, (int)(item.Confidence * 5)))
        .Sum(bin => Math.Abs(bin.Average(item => item.Confidence) - bin.Average(item => item.Right ? 1.0 : 0)) * bin.Count() / Stances.Count);

    private void AddSentences(Sample sample)
    {
        if (sample.Gold.Sentences.Count == 0)
        {
            return;
        }

        var text = sample.Article.Text;
        var read = sample.Article.Sentences.SelectMany(s => s.Places).Select(place => Matching.Fold(place.In(text))).ToHashSet();
        foreach (var sentence in sample.Gold.Sentences)
        {
            Add("sentence boundaries", true, read.Contains(Matching.Fold(sentence)), () => $"BOUNDARY {sentence}");
        }

        var proposed = sample.Claims.Where(c => c.CheckWorthy && c.Part == 1).Select(c => c.Span.In(text)).ToList();
        var gold = sample.Gold.SentencesCheckworthy;
        var match = Matching.Best(gold, proposed);
        AddFound("check-worthy sentences F1", match, proposed.Count, n => $"NOT CHECK-WORTHY {gold[n]}", n => $"CHECK-WORTHY? {proposed[n]}");
    }

    private void AddClaims(Sample sample)
    {
        var proposed = sample.Claims.Where(c => c.Part == 1).ToList();
        var match = Matching.Best([.. sample.Gold.Claims.Select(c => c.Quote)], [.. proposed.Select(c => c.Span.In(sample.Article.Text))]);
        for (var n = 0; n < match.Length; n++)
        {
            AddClaim(sample.Gold.Claims[n], match[n] < 0 ? null : proposed[match[n]]);
        }
    }

    private void AddClaim(GoldClaim gold, Suggestion? claim)
    {
        Add("claims found", true, claim is not null, () => $"CLAIM {gold.Quote}");
        var stance = claim?.Stance.ToString().ToLowerInvariant();
        var why = string.Join("; ", claim?.Reasons.Where(r => r.About == "stance").Select(r => $"{r.Rule}: {r.Words}") ?? []);
        Add("stance, strict", true, stance == gold.Stance, () => $"STANCE {stance} for {gold.Stance}/{gold.AltStance} ({why}) {gold.Quote}");
        Add("stance, with the alternative", true, stance is not null && (stance == gold.Stance || stance == gold.AltStance), null);
        if (gold.Sure)
        {
            Add("stance on sure sentences", true, stance == gold.Stance, null);
        }

        if (claim is not null)
        {
            Stances.Add((claim.Confidence, stance == gold.Stance));
        }

        var voice = claim?.Voice.ToString().ToLowerInvariant();
        if (gold.Voice is not null)
        {
            Add("voice", true, voice == gold.Voice, () => $"VOICE {voice} for {gold.Voice} {gold.Quote}");
        }

        var themes = claim?.Themes ?? [];
        Add("themes micro-F1", new Unit(themes.Count(gold.Themes.Contains), themes.Count(t => !gold.Themes.Contains(t)), gold.Themes.Count(t => !themes.Contains(t))),
            () => $"THEMES {string.Join(',', themes)} for {string.Join(',', gold.Themes)} {gold.Quote}");
        var named = claim?.Chain ?? [];
        var right = gold.Attribution is not null && named.Any(link => gold.Sayers.Any(s => Matching.SameName(s, link.Name) || Matching.SameName(s, link.Canonical)));
        Add("attribution F1", new Unit(right ? 1 : 0, named.Count > 0 && !right ? 1 : 0, gold.Attribution is not null && !right ? 1 : 0),
            () => $"ATTRIBUTION {string.Join(" > ", named.Select(l => l.Canonical))} for {gold.Attribution} ({gold.AttributionText}) {gold.Quote}");
    }

    private void AddEvents(Sample sample)
    {
        var proposed = sample.Events;
        var gold = sample.Gold.Events;
        var match = Matching.Best([.. gold.Select(e => e.Quote)], [.. proposed.Select(e => e.Span.In(sample.Article.Text))]);
        AddFound("events F1", match, proposed.Count, n => $"EVENT {gold[n].Quote}", n => $"EVENT? {proposed[n].Span.In(sample.Article.Text)}");
        for (var n = 0; n < match.Length; n++)
        {
            if (match[n] >= 0)
            {
                var date = proposed[match[n]].Date?.Edtf?.Value;
                Add("dates of events right", true, gold[n].Accepts(date), () => $"EVENT DATE {date} for {gold[n].Date} {string.Join('|', gold[n].DateAccept)} {gold[n].Quote}");
            }
        }
    }

    private void AddSources(Sample sample)
    {
        var named = sample.Suggestions.Where(s => s.Kind == SuggestionKind.Source).Select(s => s.Chain[0]).ToList();
        foreach (var source in sample.Gold.Sources)
        {
            Add("sources found", true, named.Any(link => Matching.SameName(source, link.Name) || Matching.SameName(source, link.Canonical)), () => $"SOURCE {source}");
        }
    }

    private void AddFound(string name, int[] match, int proposed, Func<int, string> missed, Func<int, string> extra)
    {
        for (var n = 0; n < match.Length; n++)
        {
            Add(name, match[n] >= 0 ? new Unit(1, 0, 0) : new Unit(0, 0, 1), () => missed(n));
        }

        foreach (var n in Enumerable.Range(0, proposed).Except(match))
        {
            Add(name, new Unit(0, 1, 0), () => extra(n));
        }
    }

    private void Add(string name, bool isShare, bool right, Func<string>? error) => Add(name, right ? new Unit(1, 0, 0) : new Unit(0, 0, 1), error, isShare);

    private void Add(string name, Unit unit, Func<string>? error, bool isShare = false)
    {
        if (!units.TryGetValue(name, out var entry))
        {
            units[name] = entry = (isShare, []);
        }

        entry.Units.Add(unit);
        if (error is not null && (unit.Extra > 0 || unit.Missed > 0))
        {
            Errors.Add(error());
        }
    }
}
