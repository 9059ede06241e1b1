using PartnershipTracker.Model;

namespace PartnershipTracker.Tests;

public sealed class EdtfDateTests
{
    [Theory]
    [InlineData("2023", "2023-01-01", "2023-12-31", "2023")]
    [InlineData("2023-03", "2023-03-01", "2023-03-31", "March 2023")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", "February 2024")]
    [InlineData("2023-03-14", "2023-03-14", "2023-03-14", "14 March 2023")]
    [InlineData("2023-06~", "2023-06-01", "2023-06-30", "about June 2023")]
    [InlineData("2023?", "2023-01-01", "2023-12-31", "2023, uncertain")]
    [InlineData("2023%", "2023-01-01", "2023-12-31", "about 2023, uncertain")]
    [InlineData("2023-21", "2023-03-01", "2023-05-31", "spring 2023 (March to May)")]
    [InlineData("2023-24", "2023-12-01", "2024-02-29", "winter 2023 (December to February)")]
    [InlineData("2025-35", "2025-07-01", "2025-09-30", "third quarter of 2025")]
    [InlineData("201X", "2010-01-01", "2019-12-31", "2010s")]
    [InlineData("20XX", "2000-01-01", "2099-12-31", "2000 to 2099")]
    [InlineData("2019-XX", "2019-01-01", "2019-12-31", "2019")]
    [InlineData("2019-04-XX", "2019-04-01", "2019-04-30", "April 2019")]
    [InlineData("2023-05-23/2023-05-25", "2023-05-23", "2023-05-25", "23 May 2023 to 25 May 2023")]
    [InlineData("2019/..", "2019-01-01", "9999-12-31", "since 2019")]
    [InlineData("../2032", "0001-01-01", "2032-12-31", "until 2032")]
    [InlineData("2019/", "2019-01-01", "9999-12-31", "since 2019")]
    [InlineData("2022~/2023-06?", "2022-01-01", "2023-06-30", "about 2022 to June 2023, uncertain")]
    [InlineData("0001", "0001-01-01", "0001-12-31", "1")]
    [InlineData("9999-12", "9999-12-01", "9999-12-31", "December 9999")]
    public void A_date_has_days_and_words(string value, string earliest, string latest, string words)
    {
        var date = EdtfDate.Parse(value);
        Assert.Equal((value, earliest, latest, words), (date.Value, $"{date.Earliest:yyyy-MM-dd}", $"{date.Latest:yyyy-MM-dd}", date.InWords));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("soon")]
    [InlineData("2023-13")]
    [InlineData("2023-00")]
    [InlineData("2023-02-30")]
    [InlineData("2023-3")]
    [InlineData(" 2023")]
    [InlineData("2023 ")]
    [InlineData("0000")]
    [InlineData("XXXX")]
    [InlineData("2XXX")]
    [InlineData("2023~~")]
    [InlineData("2023-25")]
    [InlineData("9999-24")]
    [InlineData("2024/2023")]
    [InlineData("/")]
    [InlineData("../..")]
    [InlineData("2023/2024/2025")]
    [InlineData("23-05-2023")]
    [InlineData("２０２３")]
    [InlineData("12023")]
    [InlineData("-2023")]
    [InlineData("2023-05-23T10:00:00Z")]
    public void What_is_no_date_is_none(string? value) => Assert.False(EdtfDate.TryParse(value, out _));

    [Fact]
    public void A_long_string_is_no_date() => Assert.False(EdtfDate.TryParse(new string('2', 1_000_000), out _));
}
