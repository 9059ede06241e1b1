using System.Text;

namespace PartnershipTracker.Benchmarks.Laws;

/// <summary>Texts and files that came to harm, the same for the same number.</summary>
public static class Mutation
{
    private const int Most = 12;
    private const int LongestRun = 200;

    private static readonly string[] Noise =
    [
        "“", "”", "\"", "'", "’", "‘", "«", "(", ")", "[", "]", "{", "<", ">", "…", "—", "–", "-", "--", ".", ". . . .", "?!", "!", ";", ":", ": ", ",", "\n", "\r\n", "\r", "\n\n", "\t",
        "\u00a0", "\u200b", "\u00ad", "\ufeff", "\u2028", "\u0301", "é", "漢字。", "彼は来た。", "שלום", "🙂", "👩‍👩‍👧", "☂", "𝒳", "\u0001", "\u0085", "\ufffd",
        "$", "$5bn ", "27 per cent ", "2019 ", "2019-13-45 ", "in March ", "the 31st of February ", "Q5 2023 ", "two weeks later ", "from 2019 to ", "1) ", "• ", "# ", "> ", "| ", "**", "Ann: ",
        "Microsoft ", "OpenAI ", "they ", "it ", " not ", " but ", "although ", "according to ", "said ", "The Information ", "Mr. ", "U.S. ", "i.e. ",
    ];

    /// <summary>Runs taken out, put in again elsewhere, exchanged; noise between; now and then half a character or a NUL.</summary>
    public static string Of(string text, int number)
    {
        var random = new Random(number);
        var mutated = new StringBuilder(text);
        for (var n = random.Next(1, Most); n > 0; n--)
        {
            var at = random.Next(mutated.Length);
            var length = random.Next(Math.Min(LongestRun, mutated.Length - at));
            var run = mutated.ToString(at, length);
            var to = random.Next(mutated.Length);
            switch (random.Next(6))
            {
                case 0 when mutated.Length - length > 1:
                    mutated.Remove(at, length);
                    break;
                case 1:
                    mutated.Insert(to, run);
                    break;
                case 2 when mutated.Length - length > 1:
                    mutated.Remove(at, length).Insert(random.Next(mutated.Length), run);
                    break;
                case 3:
                    mutated[at] = (char)(random.Next(40) == 0 ? random.Next(char.MaxValue) : mutated[to]);
                    break;
                default:
                    mutated.Insert(at, random.Next(200) == 0 ? "\0" : Noise[random.Next(Noise.Length)]);
                    break;
            }
        }

        return mutated.ToString();
    }

    /// <summary>Bytes changed, taken out, doubled; now and then the end cut off.</summary>
    public static byte[] Of(byte[] file, int number)
    {
        var random = new Random(number);
        var bytes = file.ToList();
        for (var n = random.Next(1, Most); n > 0; n--)
        {
            var at = random.Next(bytes.Count);
            var length = random.Next(Math.Min(LongestRun, bytes.Count - at));
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)"<>[]()*_|&#-/\"'=\n 0azZ"[random.Next(22)];
                    break;
                case 1 when bytes.Count - length > 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3 when random.Next(10) == 0 && at > 1:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }
}
