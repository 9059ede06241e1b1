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
            var column = weighed.ColumnOf(slug);
            var chance = column is { } known ? chances[known - Weights.FirstTheme] : Enough;
            if (chance >= Enough && Why(statement, weighed, slug, column) is { } why)
            {
                found.Add((slug, chance, why));
            }
        }

        if (found.Count <= Most)
        {
            return [.. found.Select(theme => (theme.Slug, theme.Why))];
        }

        var best = found.OrderByDescending(theme => theme.Chance).Take(Most).Select(theme => theme.Slug).ToHashSet();
        return [.. found.Where(theme => best.Contains(theme.Slug)).Select(theme => (theme.Slug, theme.Why))];
    }

    /// <summary>The theme's cue words, else the cue that weighs most for it; null where no word speaks for it: such a theme is not suggested.</summary>
    private static Reason? Why(Statement statement, Weighed weighed, string slug, int? column)
    {
        var about = $"theme {slug}";
        var words = string.Join(", ", statement.Hits.Where(hit => hit.Rule.About == "theme" && hit.Rule.Value == slug).Select(statement.WordsOf).Distinct());
        return words.Length > 0 ? new Reason(about, "cue-words", words)
            : column is { } known ? weighed.Why(about, known, -1, Range.All).FirstOrDefault()
            : null;
    }
}
