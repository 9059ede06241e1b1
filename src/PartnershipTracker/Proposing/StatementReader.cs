using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing;

/// <summary>Reads the sentences of an article in their order, since pointers and dates hang on what came before.</summary>
internal static class StatementReader
{
    private const int GoesOnFor = 4;

    /// <summary>In tokens. What is longer is no sentence anybody would quote: its dates are read, but no rule looks at it.</summary>
    private const int LongestSentence = 1000;

    public static List<Statement> Read(Article article, EdtfDate? published, Lexicon lexicon)
    {
        var text = article.Text;
        var words = new WordTable(lexicon);
        var tokens = new List<Token>();
        foreach (var sentence in article.Sentences)
        {
            Tokens.Read(text, sentence.Span, tokens);
            CapitalWords.Note(text, tokens, words);
        }

        var reader = new ItemReader(text, words);
        var discourse = new Discourse();
        var statements = new List<Statement>(article.Sentences.Count);
        var story = new DateStory(published);
        var labels = new DateLabels(article, story);
        var sinceNamed = GoesOnFor;
        foreach (var sentence in article.Sentences)
        {
            Tokens.Read(text, sentence.Span, tokens);
            labels.ReadUpTo(sentence.Span.Start);
            var items = reader.Read(tokens.Count > LongestSentence ? [] : tokens);
            discourse.Resolve(items);
            var dates = story.Next(text, tokens);
            statements.Add(new Statement
            {
                Sentence = sentence,
                Text = text,
                Items = items,
                Hits = lexicon.Rules.Fire(items, reader.Words),
                Dates = dates,
                Label = labels.Of(sentence.Span, dates),
                IsOnTopic = IsOnTopic(items, ref sinceNamed),
            });
        }

        return statements;
    }

    /// <summary>A sentence goes on about the two for some sentences after one that names or points to them.</summary>
    private static bool IsOnTopic(Item[] items, ref int sinceNamed)
    {
        sinceNamed++;
        foreach (var item in items)
        {
            if (item.Is(ItemKind.One | ItemKind.Pair))
            {
                sinceNamed = 0;
                break;
            }
        }

        return sinceNamed <= GoesOnFor;
    }
}
