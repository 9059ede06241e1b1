namespace PartnershipTracker.Proposing.Rules;

/// <summary>Suggests the themes whose cue words the sentence has, in the list's order; at most four, those with most cues.</summary>
internal static class ThemeRule
{
    private const int Most = 4;

    public static IReadOnlyList<(string Slug, Reason Why)> Suggest(Statement statement, IReadOnlyList<Model.Theme> themes)
    {
        var cues = statement.Hits.Where(hit => hit.Rule.About == "theme").Select(hit => (Slug: hit.Rule.Value, Words: statement.WordsOf(hit)));
        var rules = statement.HitsAbout("stance").SelectMany(hit => hit.Rule.Themes.Select(slug => (Slug: slug, Words: statement.WordsOf(hit))));
        var found = cues.Concat(rules).ToLookup(cue => cue.Slug, cue => cue.Words);
        var best = found.OrderByDescending(cues => cues.Distinct().Count()).Take(Most).Select(cues => cues.Key).ToHashSet();
        return
        [
            .. themes.Where(theme => best.Contains(theme.Slug))
                .Select(theme => (theme.Slug, new Reason($"theme {theme.Slug}", "cue-words", string.Join(", ", found[theme.Slug].Distinct())))),
        ];
    }
}
