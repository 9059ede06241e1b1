namespace PartnershipTracker.Browser.Tests;

public sealed class ChromiumFinderTests
{
    [Theory]
    [InlineData("/opt/mine", "/opt/mine /usr/bin/chromium", "/opt/mine")]
    [InlineData(null, "/usr/bin/google-chrome /usr/bin/chromium", "/usr/bin/chromium")]
    [InlineData("", "/usr/bin/google-chrome", "/usr/bin/google-chrome")]
    [InlineData(null, "", null)]
    public void The_variable_decides_then_the_usual_places(string? variable, string there, string? chosen) =>
        Assert.Equal(chosen, ChromiumFinder.Choose(variable, there.Split(' ').Contains));

    [Fact]
    public void A_variable_that_names_nothing_is_said() =>
        Assert.Contains("/opt/gone", Assert.Throws<InvalidOperationException>(() => ChromiumFinder.Choose("/opt/gone", _ => false)).Message);
}
