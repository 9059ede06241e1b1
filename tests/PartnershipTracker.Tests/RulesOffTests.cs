using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Tests;

/// <summary>Reading with rules switched off.</summary>
public sealed class RulesOffTests
{
    private static readonly Article Seed = Assert.IsType<ReadResult.Read>(ArticleReader.Read(File.ReadAllBytes(Samples.PathOf("seeds/000_862f22007153cb7b.txt")))).Article;

    [Fact]
    public void A_rule_that_is_off_has_no_part_in_any_proposal()
    {
        var fired = Propose(RulesOff.None).SelectMany(s => s.Reasons).Select(r => (r.About, Rule: RulesOff.NameOf(r.About, r.Rule))).Distinct().ToList();
        var switchable = fired.Where(rule => RulesOff.CanBe(rule.About, rule.Rule, Vocabulary.Default)).ToList();
        Assert.True(switchable.Count > 20);
        Assert.All(switchable, rule =>
        {
            var off = new RulesOff([rule]);
            Assert.DoesNotContain(Propose(off).SelectMany(s => s.Reasons), off.Has);
        });
    }

    [Fact]
    public void The_version_names_what_is_off_whatever_the_order()
    {
        Assert.Equal(Proposer.RuleSet, RulesOff.None.Version);
        var version = new RulesOff([("stance", "bond"), ("date", "year")]).Version;
        Assert.Equal(version, new RulesOff([("date", "year"), ("stance", "bond")]).Version);
        Assert.NotEqual(version, new RulesOff([("stance", "bond")]).Version);
    }

    [Theory]
    [InlineData(0, 0, 0.0, 1.0)]
    [InlineData(0, 20, 0.0, 0.161)]
    [InlineData(10, 10, 0.299, 0.701)]
    [InlineData(20, 0, 0.839, 1.0)]
    public void The_interval_is_Wilsons(int right, int wrong, double low, double high)
    {
        var score = new RuleScore("stance", "bond", right, 0, 0, wrong, 0);
        Assert.Equal(low, score.Interval.Low, 3);
        Assert.Equal(high, score.Interval.High, 3);
    }

    private static IReadOnlyList<Suggestion> Propose(RulesOff off) => Proposer.Propose(Seed, Model.EdtfDate.Parse("2023-06~"), Samples.Themes, Vocabulary.Default, off);
}
