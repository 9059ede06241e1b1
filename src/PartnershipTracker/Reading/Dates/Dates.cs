using PartnershipTracker.Model;

namespace PartnershipTracker.Reading;

/// <summary>The dates of a whole document.</summary>
public static class Dates
{
    /// <summary>
    /// All dates of sentences and headings in text order, each place once. What counts from the date told before counts from the
    /// last event told, in the same sentence or an earlier one.
    /// </summary>
    public static IReadOnlyList<ResolvedDate> Of(Article article, EdtfDate? published)
    {
        var units = article.Sentences.Select(sentence => sentence.Span)
            .Concat(article.Marked.Where(mark => mark.Kind == LineKind.Heading).Select(mark => mark.Span))
            .OrderBy(span => span.Start);
        var story = new DateStory(published);
        var dates = new List<ResolvedDate>();
        foreach (var span in units)
        {
            dates.AddRange(story.Next(article.Text, Tokens.Of(article.Text, span)));
        }

        return dates;
    }

    /// <summary>The dates of the sentences by their place, as proposals read them: headings tell no story.</summary>
    public static IReadOnlyDictionary<TextSpan, ResolvedDate> InSentences(Article article, EdtfDate? published)
    {
        var story = new DateStory(published);
        var dates = new Dictionary<TextSpan, ResolvedDate>();
        foreach (var date in article.Sentences.SelectMany(sentence => story.Next(article.Text, Tokens.Of(article.Text, sentence.Span))))
        {
            dates[date.Span] = date;
        }

        return dates;
    }

    /// <summary>What the next sentence's relative dates count from: the last plain date among these, or the one before.</summary>
    public static EdtfDate? After(IReadOnlyList<ResolvedDate> dates, EdtfDate? previous) =>
        dates.LastOrDefault(date => date.Kind == DateKind.Date && DatePoint.Of(date.Edtf) is not null)?.Edtf ?? previous;
}

/// <summary>Reads a document's sentences in order and remembers the event told last.</summary>
/// <param name="published">The document's publication date.</param>
/// <param name="dayFirst">How to read 01/02/2025 where both orders are possible.</param>
public sealed class DateStory(EdtfDate? published, bool dayFirst = true)
{
    private EdtfDate? previous;
    private EdtfDate? mentioned;
    private bool isNear;

    /// <summary>Dates of the next sentence.</summary>
    public List<ResolvedDate> Next(string text, List<Token> tokens)
    {
        var dates = DateFinder.Find(text, tokens, new DateReference(published, previous, isNear, mentioned), dayFirst);

        // What is yet to come is no event told.
        var told = Dates.After(dates.FindAll(date => published is null || date.Edtf?.Earliest <= published.Latest), null);
        isNear = told is not null;
        previous = told ?? previous;
        mentioned = dates.LastOrDefault(date => date.Edtf is not null)?.Edtf ?? mentioned;
        return dates;
    }
}
