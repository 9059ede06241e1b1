using System.Text;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Benchmarks.Speed;

/// <summary>An input made to take long.</summary>
/// <param name="Name">What it is.</param>
/// <param name="FileName">Which reader gets it.</param>
/// <param name="Make">The text itself.</param>
public sealed record HostileText(string Name, string FileName, Func<string> Make)
{
    /// <summary>Just what is read at most, in letters of one byte.</summary>
    private const int Most = ArticleReader.MaxBytes;

    public static IReadOnlyList<HostileText> All { get; } =
    [
        new("a 10 MB single line", "a.txt", () => LongText.OfAbout(Most - 200_000).ReplaceLineEndings(" ")),
        new("10 MB without a stop", "a.txt", () => Fill("Microsoft and OpenAI agreed on it ")),
        new("10 MB of one word", "a.txt", () => Fill("a")),
        new("100,000 opening brackets", "a.txt", () => Repeat("[", 100_000)),
        new("100,000 opening brackets, Markdown", "a.md", () => Repeat("[", 100_000)),
        new("100,000 opening brackets, HTML", "a.html", () => "<p>" + Repeat("[", 100_000)),
        new("“2019 ” × 20,000", "a.txt", () => Repeat("2019 ", 20_000)),
        new("“in March ” × 1 million", "a.txt", () => Repeat("in March ", 1_000_000)),
        new("“from 2019 to ” × 500,000", "a.txt", () => Repeat("from 2019 to ", 500_000)),
        new("30,000-deep HTML", "a.html", () => Repeat("<div>", 30_000)),
        new("30,000-deep Markdown quotation", "a.md", () => Repeat("> ", 30_000)),
        new("10 MB of quotation marks", "a.txt", () => Fill("\"")),
        new("3 MB of curly quotation marks", "a.txt", () => Repeat("“", 1_000_000)),
        new("10 MB of dashes", "a.txt", () => Fill("-")),
        new("10 MB of dashes between words", "a.txt", () => Fill("a - ")),
        new("10 MB of capital words", "a.txt", () => Fill("Microsoft Openness Corporation ")),
        new("10 MB of capital letters", "a.txt", () => Fill("A. ")),
        new("10 MB of stops", "a.txt", () => Fill(".")),
        new("10 MB of many short lines", "a.txt", () => Fill("a\n")),
        new("10 MB of many short sentences", "a.txt", () => Fill("Microsoft said so.\n")),
        new("many short sentences, all of them different", "a.txt", () => Numbered(270_000, n => $"Microsoft paid OpenAI ${n} more.\n")),
        new("claims alike but for a word", "a.txt", () => Numbered(60_000, n => $"Microsoft and OpenAI agreed to share revenue from the cloud service called w{n}x until the end.\n")),
        new("“said he, ” × 500,000", "a.txt", () => Repeat("said he, ", 500_000)),
        new("“according to the people of ” × 300,000", "a.txt", () => Repeat("according to the people of ", 300_000)),
        new("an open quotation over 100,000 sentences", "a.txt", () => "“" + Numbered(100_000, n => $"Microsoft paid it {n} times. ")),
        new("“Name: ” on 300,000 lines", "a.txt", () => Numbered(300_000, n => $"Ann: It has {n} of them.\n")),
        new("100,000 full names", "a.txt", () => Numbered(100_000, n => $"Then Xa{Letters(n)} Ya{Letters(n)} said Microsoft paid. ")),
        new("a list of 300,000 items in one line", "a.txt", () => "• One " + Repeat("• Two ", 300_000)),
    ];

    private static string Fill(string part) => Repeat(part, Most / part.Length);

    private static string Repeat(string part, int times) => new StringBuilder(part.Length * times).Insert(0, part, times).ToString();

    private static string Numbered(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var n = 0; n < count; n++)
        {
            text.Append(part(n));
        }

        return text.ToString();
    }

    private static string Letters(int number) => string.Concat($"{number}".Select(figure => (char)('a' + figure - '0')));
}
