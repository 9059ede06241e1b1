using PartnershipTracker.Model;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>Suggests the themes whose cue words the sentence has, in the list's order.</summary>
internal static class ThemeRule
{
    public static IEnumerable<(string Slug, Reason Why)> Suggest(string sentence, IReadOnlyList<Theme> themes) =>
        from theme in themes
        let cues = Cues.In(sentence, theme.Cues)
        where cues.Count > 0
        select (theme.Slug, new Reason($"theme {theme.Slug}", "cue-words", string.Join(", ", cues)));
}
