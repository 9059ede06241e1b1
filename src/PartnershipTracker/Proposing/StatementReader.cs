using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing;

/// <summary>Reads the sentences of an article in their order, since pointers and dates hang on what came before.</summary>
internal static class StatementReader
{
    private const int GoesOnFor = 4;

    public static List<Statement> Read(Article article, EdtfDate? published, Lexicon lexicon)
    {
        var text = article.Text;
        var words = new WordTable(lexicon);
        var capitals = new CapitalWords();
        var tokens = article.Sentences.Select(sentence => Tokens.Of(text, sentence.Span)).ToList();
        tokens.ForEach(sentence => capitals.Note(text, sentence, words));
        var reader = new ItemReader(text, words, capitals);
        var discourse = new Discourse();
        var statements = new List<Statement>(tokens.Count);
        var story = new DateStory(published);
        var labels = new DateLabels(article, story);
        var sinceNamed = GoesOnFor;
        for (var n = 0; n < tokens.Count; n++)
        {
            var sentence = article.Sentences[n];
            labels.ReadUpTo(sentence.Span.Start);
            var (items, beginning) = reader.Read(tokens[n]);
            discourse.Resolve(items);
            var dates = story.Next(text, tokens[n]);
            statements.Add(new Statement
            {
                Sentence = sentence,
                Words = sentence.Span.In(text),
                Items = items,
                Hits = lexicon.Rules.Fire(items, beginning),
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
