using PartnershipTracker.Proposing.Weighing;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>
/// Suggests themes in the list's order, at most four: those whose cues weigh enough; for a theme the weights do not know, such
/// as one an editor added, any of its cue words is enough.
/// </summary>
internal static class ThemeRule
{
    private const int Most = 4;
    private const double Enough = 0.3;

    public static IReadOnlyList<(string Slug, Reason Why)> Suggest(Statement statement, Weighed weighed, IReadOnlyList<Model.Theme> themes)
    {
        var chances = weighed.Themes;
        var found = new List<(string Slug, double Chance, Reason Why)>();
        foreach (var slug in themes.Select(theme => theme.Slug))
        {
            var about = $"theme {slug}";
            var words = string.Join(", ", statement.Hits.Where(hit => hit.Rule.About == "theme" && hit.Rule.Value == slug).Select(statement.WordsOf).Distinct());
            if (chances.TryGetValue(slug, out var known) ? known.Chance >= Enough : words.Length > 0)
            {
                var why = words.Length > 0 ? new Reason(about, "cue-words", words)
                    : known.Column > 0 ? weighed.Why(about, known.Column, -1, Range.All).FirstOrDefault() : null;
                found.Add((slug, known.Column > 0 ? known.Chance : Enough, why ?? new Reason(about, "no-cue", "")));
            }
        }

        var best = found.OrderByDescending(theme => theme.Chance).Take(Most).Select(theme => theme.Slug).ToHashSet();
        return [.. found.Where(theme => best.Contains(theme.Slug)).Select(theme => (theme.Slug, theme.Why))];
    }
}
