using System.Text.RegularExpressions;
using PartnershipTracker.Model;

namespace PartnershipTracker.Proposing.Rules;

/// <summary>
/// Finds who says a sentence, outermost first: “according to X”, “X reported that”, “an internal memo says”, and sources
/// described without a name. The source's own wording is kept as its name. Nothing is carried over from other sentences.
/// </summary>
internal static class SourceRule
{
    private const string Name = @"((?:[Tt]he )?[A-Z][\w&'’.-]*(?: (?:of |for |and )?[A-Z][\w&'’.-]*)*)";

    private static readonly Regex AccordingTo = Make(@"\b[Aa]ccording to (?:(?:research|data|a report|an analysis|figures|a survey|a study) (?:by|from) (?:[a-z]+ )*)?" + Name);
    private static readonly Regex SomeoneSays = Make(@"(?:^|[,;:] |\b(?:[Aa]lthough|[Bb]ut|[Aa]nd|[Ww]hile) )" + Name + @" ([a-z]+)\b");
    private static readonly Regex InnerDocument = Make(@"\b([Aa]n?|[Tt]he) ((?:internal|leaked|confidential|private) (?:[A-Z]\w* )?([a-z-]+)) ([a-z]+)\b");

    public static List<(NamedSource Source, TextSpan Span, Reason Why)> Find(string text, TextSpan sentence, Vocabulary words)
    {
        var line = sentence.In(text);
        var found = new List<(NamedSource Source, TextSpan Span, Reason Why)>();
        foreach (Match match in AccordingTo.Matches(line))
        {
            Add(found, Trimmed(match.Groups[1], words), "according-to", match.Value);
        }

        foreach (var unnamed in words.Unnamed)
        {
            if (Cues.Find(line, unnamed) is { } range && !found.Any(f => f.Source.Kind == SourceKind.Unnamed))
            {
                var span = new TextSpan(range.Start.Value, range.End.Value);
                found.Add((new NamedSource(span.In(line), SourceKind.Unnamed), span, new Reason("who says it", "described-source", span.In(line))));
            }
        }

        foreach (Match match in SomeoneSays.Matches(line))
        {
            if (words.Reporting.Contains(match.Groups[2].Value))
            {
                Add(found, Trimmed(match.Groups[1], words), "reporting-verb", match.Groups[2].Value);
            }
        }

        foreach (Match match in InnerDocument.Matches(line))
        {
            if (words.Documents.Contains(match.Groups[3].Value) && Cues.In(match.Groups[4].Value, words.DocumentVerbs).Count > 0)
            {
                var span = new TextSpan(match.Groups[2].Index, match.Groups[2].Index + match.Groups[2].Length);
                found.Add((new NamedSource(span.In(line), SourceKind.Document), span, new Reason("who says it", "document-says", match.Groups[4].Value)));
            }
        }

        return
        [
            .. found.GroupBy(f => f.Source.Name).Select(group => group.First())
                .Select(f => (f.Source, new TextSpan(sentence.Start + f.Span.Start, sentence.Start + f.Span.End), f.Why)),
        ];

        void Add(List<(NamedSource, TextSpan, Reason)> to, TextSpan span, string rule, string cue)
        {
            var name = span.In(line);
            to.Add((new NamedSource(name, Kind(name, words)), span, new Reason("who says it", rule, cue)));
        }
    }

    /// <summary>
    /// Without a possessive at the end (“Similar Web's data” names Similar Web) and an article that is not part of the name.
    /// </summary>
    private static TextSpan Trimmed(Group name, Vocabulary words)
    {
        var value = name.Value.TrimEnd('.', ',');
        var end = value.EndsWith("'s", StringComparison.Ordinal) || value.EndsWith("’s", StringComparison.Ordinal) ? value.Length - 2 : value.Length;
        var start = value.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && !words.Outlets.Contains(value[..end]) ? 4 : 0;
        return new TextSpan(name.Index + start, name.Index + end);
    }

    private static SourceKind Kind(string name, Vocabulary words)
    {
        if (words.Outlets.Contains(name, StringComparer.OrdinalIgnoreCase) || name.EndsWith("Review", StringComparison.Ordinal) || name.EndsWith("Times", StringComparison.Ordinal))
        {
            return SourceKind.Publication;
        }

        return words.Parties.Any(party => party.Name == name) ? SourceKind.Company : SourceKind.Publication;
    }

    private static Regex Make(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
