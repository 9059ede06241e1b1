using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>A happening told in a sentence or in one of its clauses.</summary>
/// <param name="Span">The sentence, or the clause where it tells more than one.</param>
/// <param name="Date">When, as far as the words tell.</param>
/// <param name="Why">The verb that made it one.</param>
internal sealed record Happening(TextSpan Span, ResolvedDate? Date, Reason Why);

/// <summary>
/// Cuts what happened out of a sentence that tells an event: the whole sentence, or each clause with a verb of doing that is not
/// denied or hoped for, where there is more than one.
/// </summary>
internal static class EventRule
{
    private const int LongestTitle = 90;

    public static IReadOnlyList<Happening> Find(Statement statement)
    {
        var clauses = Clauses(statement).Select(clause => (Clause: clause, Verb: Verb(statement, clause))).Where(found => found.Verb is not null).ToList();
        if (clauses.Count == 0 && statement.HitsAbout("event").Any() && statement.HitsAbout("event").All(hit => IsUnreal(statement.Items, hit.From)))
        {
            // “will not invest in June”, “plans to sign”: nothing has happened.
            return [];
        }

        if (clauses.Count < 2)
        {
            var why = clauses.Count == 1 ? Why(statement, clauses[0].Verb!.Value) : new Reason("event", "no-verb", "");
            return [new Happening(statement.Sentence.Span, When(statement, statement.Sentence.Span), why)];
        }

        return
        [
            .. clauses.Select(found =>
            {
                var span = new TextSpan(statement.Items[found.Clause.Start].Span.Start, statement.Items[found.Clause.End.Value - 1].Span.End);
                return new Happening(span, When(statement, span), Why(statement, found.Verb!.Value));
            }),
        ];
    }

    /// <summary>The clause's own words, without what only leads over, cut at a word where they are too many.</summary>
    public static string Title(string words)
    {
        words = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.', ',', ';', ':');
        words = words.Length > 0 && char.IsLower(words[0]) ? char.ToUpperInvariant(words[0]) + words[1..] : words;
        return words.Length <= LongestTitle ? words : words[..words.LastIndexOf(' ', LongestTitle - 1)].TrimEnd(',', ';', ':', '-', ' ') + "…";
    }

    private static Reason Why(Statement statement, Hit verb) => new("event", verb.Rule.Name, statement.WordsOf(verb));

    /// <summary>
    /// When what a clause tells happened: its first date that is none of another happening (“after the 2023 crisis”), else any;
    /// of “since March” the beginning, of “by Monday” the end; where it gives none, the date
    /// the sentence gave before it, else the one that stands over it.
    /// </summary>
    private static ResolvedDate? When(Statement statement, TextSpan clause)
    {
        var within = statement.Dates.Where(date => date.Kind == DateKind.Date && clause.Contains(date.Span)).ToList();
        var date = within.Find(date => IsPoint(date) && !IsOfAnother(statement, date)) ?? within.Find(IsPoint) ?? within.FirstOrDefault()
            ?? statement.Dates.LastOrDefault(date => IsPoint(date) && date.Span.End <= clause.Start)
            ?? statement.Label;
        return date?.Edtf is { IsOpenStart: true } or { IsOpenEnd: true } ? date with { Edtf = Bound(date.Edtf) } : date;
    }

    private static EdtfDate? Bound(EdtfDate open) =>
        EdtfDate.TryParse(open.Value.Split('/').FirstOrDefault(end => end is not ("" or "..")), out var bound) ? bound : null;

    private static bool IsOfAnother(Statement statement, ResolvedDate date)
    {
        var next = Array.FindIndex(statement.Items, item => item.Span.Start >= date.Span.Start);
        return next > 0 && Enumerable.Range(Math.Max(0, next - 2), next - Math.Max(0, next - 2)).Any(at => statement.Items[at].Word is "after" or "before" or "since" or "until" or "from" or "following");
    }

    private static bool IsPoint(ResolvedDate date) => date.Kind == DateKind.Date && date.Edtf is null or { IsOpenEnd: false, IsOpenStart: false };

    private static Hit? Verb(Statement statement, Range clause)
    {
        var (from, length) = clause.GetOffsetAndLength(statement.Items.Length);
        var dated = statement.Dates.Any(date => date.Span.Start >= statement.Items[from].Span.Start && date.Span.End <= statement.Items[from + length - 1].Span.End);
        foreach (var hit in statement.HitsAbout("event").OrderByDescending(hit => hit.Rule.Weight))
        {
            if (hit.From >= from && hit.To <= from + length && !IsUnreal(statement.Items, hit.From) && (dated || hit.Rule.Weight >= 2))
            {
                return hit;
            }
        }

        return null;
    }

    /// <summary>“did not sign”, “would invest”, “to build”.</summary>
    private static bool IsUnreal(Item[] items, int at)
    {
        for (var before = at - 1; before >= 0 && before >= at - 3 && !items[before].Is(ItemKind.Mark); before--)
        {
            if (items[before].Word is "not" or "never" or "would" or "will" or "could" or "may" or "might" or "can" or "should" or "must" or "to" or "if" or "has" or "have" && (before == at - 1 || items[before].Word is not ("to" or "has" or "have")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“ChatGPT, which the lab opened in November, drew …”: the comma after an inserted clause.</summary>
    private static bool EndsAside(Item[] items, int start, int comma)
    {
        if (items[comma].Word != ",")
        {
            return false;
        }

        var open = comma - 1;
        while (open > start && items[open].Word != ",")
        {
            open--;
        }

        return open > start && comma - open > 4 && items[open + 1].Word is "which" or "who" or "whom" or "where";
    }

    /// <summary>The sentence cut before “, and”, “, but”, “; ” and after an inserted clause, where both sides are long enough to tell something.</summary>
    private static List<Range> Clauses(Statement statement)
    {
        var items = statement.Items;
        var clauses = new List<Range>();
        var start = 0;
        for (var at = 3; at < items.Length - 3; at++)
        {
            var joint = items[at - 1].Word == "," && items[at].Word is "and" or "but" or "while";
            if (joint || items[at - 1].Word == ";" || EndsAside(items, start, at - 1))
            {
                var next = joint ? at + 1 : at;
                if (at - 1 - start >= 4)
                {
                    clauses.Add(start..(at - 1));
                    start = next;
                }
            }
        }

        clauses.Add(start..items.Length);
        return clauses;
    }
}
