using PartnershipTracker.Model;
using PartnershipTracker.Proposing.Patterns;
using PartnershipTracker.Proposing.Rules.Sayers;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Proposing;

/// <summary>A sentence as the rules see it, with who says it.</summary>
/// <param name="Statement">The sentence.</param>
/// <param name="Sayers">Who says it, outermost first.</param>
/// <param name="Heard">These, and publications and others whose word is heard in it.</param>
internal sealed record HeardStatement(Statement Statement, IReadOnlyList<Sayer> Sayers, IReadOnlyList<Sayer> Heard)
{
    /// <summary>An article is about a theme whose cue words stand in this share of its sentences.</summary>
    private const double LeastForASubject = 0.2;

    /// <summary>The sentences of an article in their order.</summary>
    public static IEnumerable<HeardStatement> Of(Article article, EdtfDate? published, IReadOnlyList<Theme> themes, Vocabulary vocabulary, RulesOff off)
    {
        var statements = StatementReader.Read(article, published, new Lexicon(vocabulary, themes, rule => !off.Has(rule)));
        var subjects = Subjects(statements);
        for (var n = 0; n < statements.Count; n++)
        {
            var before = n > 0 && statements[n - 1].Sentence.Passage == statements[n].Sentence.Passage ? statements[n - 1] with { Before = null } : null;
            statements[n] = statements[n] with { Subjects = subjects, Before = before, Dates = [.. statements[n].Dates.Where(date => !off.Has("date", date.Rule))] };
        }

        var sayerRule = new SayerRule(article.Text, statements, vocabulary);
        for (var n = 0; n < statements.Count; n++)
        {
            var sayers = sayerRule.Find(n).Where(sayer => !off.Has(sayer.Why)).ToList();
            yield return new HeardStatement(statements[n], sayers, [.. sayers, .. sayerRule.Heard(statements[n]).Where(sayer => !off.Has(sayer.Why))]);
        }
    }

    /// <summary>What is known of a sentence beside its words, as cues.</summary>
    public static IEnumerable<string> Traits(Statement statement, IReadOnlyList<Sayer> sayers)
    {
        if (sayers.Count > 0)
        {
            yield return "someone says it";
            yield return $"said by {sayers[0].Source.Kind}";
            yield return $"said as {sayers[0].Why.Rule}";
        }

        if (statement.Dates.Count > 0)
        {
            yield return "dated";
        }

        foreach (var subject in statement.Subjects)
        {
            yield return $"subject {subject}";
        }

        foreach (var hit in statement.Before?.Hits.Where(hit => hit.Rule.About is "theme" or "stance").DistinctBy(hit => (hit.Rule.About, hit.Rule.Value)) ?? [])
        {
            yield return $"before {hit.Rule.Value}";
        }

        if (statement.Letters.ContainsAny("\"“”"))
        {
            yield return "quotation";
        }
    }

    private static List<string> Subjects(List<Statement> statements) =>
    [
        .. statements.SelectMany(statement => statement.Hits.Where(hit => hit.Rule.About == "theme").Select(hit => hit.Rule.Value).Distinct()).CountBy(slug => slug)
            .Where(theme => theme.Value >= statements.Count * LeastForASubject).Select(theme => theme.Key),
    ];
}
