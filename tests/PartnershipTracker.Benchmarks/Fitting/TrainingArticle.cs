using System.Text;
using PartnershipTracker.Benchmarks.Quality;
using PartnershipTracker.Model;
using PartnershipTracker.Proposing;
using PartnershipTracker.Reading;

namespace PartnershipTracker.Benchmarks.Fitting;

/// <summary>
/// An annotated article of the folder <c>Training</c>; the lines' shape is told in its README. Reads as a <see cref="Sample"/>,
/// so that it can be scored like the practice set.
/// </summary>
public static class TrainingArticle
{
    private const int Fields = 7;

    /// <exception cref="FormatException">A line has not seven fields, or a field is none of its kind.</exception>
    public static Sample Read(string file)
    {
        var text = new StringBuilder();
        EdtfDate? published = null;
        string? speaker = null;
        var gold = new Gold { Claims = new List<GoldClaim>(), Events = new List<GoldEvent>(), Sentences = new List<string>(), SentencesCheckworthy = new List<string>(), Sources = new List<string>() };
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("# published:", StringComparison.Ordinal))
            {
                EdtfDate.TryParse(line["# published:".Length..].Trim(), out published);
            }
            else if (line.StartsWith("# speaker:", StringComparison.Ordinal))
            {
                speaker = line["# speaker:".Length..].Trim();
                EndParagraph(text);
            }
            else if (line.Trim().Length == 0)
            {
                EndParagraph(text);
            }
            else if (line[0] != '#')
            {
                var fields = line.Split(" | ", Fields);
                if (fields.Length < Fields)
                {
                    throw new FormatException($"{Path.GetFileName(file)}: “{line}” has {fields.Length} fields.");
                }

                text.Append(speaker is null ? text.Length > 0 && text[^1] != '\n' ? " " : "" : $"{speaker}: ").Append(fields[^1].Trim());
                speaker = null;
                Add(gold, [.. fields.Select(field => field.Trim())]);
            }
        }

        var name = Path.GetFileNameWithoutExtension(file);
        var article = ((ReadResult.Read)ArticleReader.Read(text.ToString(), new ReadHints { FileName = "article.txt" })).Article;
        return new Sample(name, article, gold with { Published = published?.Value }, Proposer.Propose(article, published, Sample.Themes, Vocabulary.Default));
    }

    private static void EndParagraph(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != '\n')
        {
            text.Append("\n\n");
        }
    }

    private static void Add(Gold gold, string[] fields)
    {
        var (stance, themes, voice, check, happened, says, quote) = (fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6]);
        ((List<string>)gold.Sentences).Add(quote);
        if (check == "check")
        {
            ((List<string>)gold.SentencesCheckworthy).Add(quote);
        }

        if (happened != "-")
        {
            ((List<GoldEvent>)gold.Events).Add(new GoldEvent { Quote = quote, Title = quote, Date = happened == "event" ? null : happened });
        }

        var chain = says == "-" ? [] : says.Split(" > ");
        ((List<string>)gold.Sources).AddRange(chain.Where(name => char.IsUpper(name[0]) && !gold.Sources.Contains(name)));
        if (stance != ".")
        {
            ((List<GoldClaim>)gold.Claims).Add(new GoldClaim
            {
                Quote = quote,
                Stance = Stance(stance[0]),
                AltStance = stance.Length > 1 ? Stance(stance[1]) : null,
                Themes = themes == "none" ? [] : themes.Split(',', StringSplitOptions.TrimEntries),
                Voice = voice,
                Attribution = chain.FirstOrDefault(),
                AttributionChain = chain,
            });
        }
    }

    private static string Stance(char sign) => sign switch
    {
        '-' => "competing",
        '+' => "complementary",
        '0' => "neutral",
        _ => throw new FormatException($"“{sign}” is no stance."),
    };
}
