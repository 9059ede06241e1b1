using System.Text.Json;
using PartnershipTracker.Benchmarks.Quality;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Benchmarks.Laws;

/// <summary>
/// What holds of any input: it is read or refused in a sentence; every span lies within the text and cuts no character in two;
/// sentences do not overlap; proposals stand within sentences and quote the text's own words; the same input gives the same.
/// </summary>
public static class ReadingLaws
{
    private static readonly EdtfDate Published = EdtfDate.Parse("2023-06~");

    /// <summary>Laws the input breaks, one sentence each; an exception is one.</summary>
    /// <param name="read">Reads the input; asked twice.</param>
    public static IReadOnlyList<string> BrokenBy(Func<ReadResult> read)
    {
        try
        {
            var broken = new List<string>();
            var (first, second) = (Told(read(), broken), Told(read(), []));
            if (first != second)
            {
                broken.Add("the same input was read in two ways");
            }

            return broken;
        }
#pragma warning disable CA1031 // That none of any kind comes is the law.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            return [$"an exception: {problem}"];
        }
    }

    private static string Told(ReadResult result, List<string> broken)
    {
        if (result is not ReadResult.Read { Article: var article })
        {
            var why = ((ReadResult.Refused)result).Why;
            Require(why.Length is > 10 and < 300 && why[^1] is '.' or ')', $"a refusal that is no sentence: {why}", broken);
            return why;
        }

        var dates = Dates.Of(article, Published);
        var suggestions = Proposer.Propose(article, Published, Sample.Themes, Vocabulary.Default);
        CheckArticle(article, broken);
        foreach (var date in dates)
        {
            CheckWords(article.Text, date.Span, date.Words, "date", broken);
        }

        CheckSuggestions(article, suggestions, broken);
        return JsonSerializer.Serialize(new { article.Text, article.Marked, article.Sentences, dates, suggestions });
    }

    private static void CheckArticle(Article article, List<string> broken)
    {
        foreach (var mark in article.Marked)
        {
            CheckSpan(article.Text, mark.Span, "marked line", broken);
        }

        foreach (var sentence in article.Sentences)
        {
            Require(sentence.Places[0] == sentence.Span, $"a sentence whose first place is another: {sentence.Span}", broken);
            sentence.Places.ToList().ForEach(place => CheckWords(article.Text, place, sentence.Span.In(article.Text), "sentence", broken));
        }

        var places = article.Sentences.SelectMany(sentence => sentence.Places).Concat(article.Marked.Where(mark => mark.Kind == LineKind.Label).Select(mark => mark.Span))
            .OrderBy(place => place.Start).ToList();
        foreach (var (before, after) in places.Zip(places.Skip(1)))
        {
            Require(before.End <= after.Start, $"sentences or labels that overlap: {before} {after}", broken);
        }
    }

    private static void CheckSuggestions(Article article, IReadOnlyList<Suggestion> suggestions, List<string> broken)
    {
        var sentences = article.Sentences.SelectMany(sentence => sentence.Places).OrderBy(place => place.Start).ToList();
        var labels = article.Marked.Where(mark => mark.Kind == LineKind.Label).Select(mark => mark.Span).ToHashSet();
        foreach (var suggestion in suggestions)
        {
            CheckSpan(article.Text, suggestion.Span, $"{suggestion.Kind}", broken);
            foreach (var place in suggestion.AlsoAt.Prepend(suggestion.Span))
            {
                CheckSpan(article.Text, place, "further place", broken);
                var at = sentences.BinarySearch(place, Comparer<TextSpan>.Create((a, b) => a.Start.CompareTo(b.Start)));
                var around = sentences.ElementAtOrDefault(at >= 0 ? at : ~at - 1);
                Require(around.Contains(place) || (suggestion.Kind == SuggestionKind.Source && labels.Any(label => label.Contains(place))), $"a {suggestion.Kind} outside of sentences: {place}", broken);
            }

            if (suggestion.Kind != SuggestionKind.Event)
            {
                CheckWords(article.Text, suggestion.Span, suggestion.Words, $"{suggestion.Kind}", broken);
            }

            foreach (var amount in suggestion.Amounts)
            {
                CheckWords(article.Text, amount.Span, amount.Words, "amount", broken);
            }

            if (suggestion.Date is { } date)
            {
                CheckWords(article.Text, date.Span, date.Words, "date of a proposal", broken);
            }

            Require(suggestion.Reasons.Count > 0, $"a {suggestion.Kind} without a reason: {suggestion.Span}", broken);
            Require(suggestion.Confidence is >= 0 and <= 1, $"a confidence of {suggestion.Confidence}", broken);
        }
    }

    private static void CheckWords(string text, TextSpan span, string words, string what, List<string> broken)
    {
        CheckSpan(text, span, what, broken);
        Require(IsWithin(text, span) && span.In(text) == words, $"a {what} whose words are not the text's: {span} {words}", broken);
    }

    private static void CheckSpan(string text, TextSpan span, string what, List<string> broken) =>
        Require(IsWithin(text, span) && !CutsACharacter(text, span.Start) && !CutsACharacter(text, span.End), $"a {what} with a bad span: {span}", broken);

    private static bool IsWithin(string text, TextSpan span) => span.Start >= 0 && span.Start < span.End && span.End <= text.Length;

    private static bool CutsACharacter(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);

    private static void Require(bool holds, string otherwise, List<string> broken)
    {
        if (!holds)
        {
            broken.Add(otherwise);
        }
    }
}
