using System.Text;
using PartnershipTracker.Model;

namespace PartnershipTracker.Reading.Formats;

/// <summary>
/// Writes a readable text block by block. Runs of white space become one space, and blocks are parted by an empty line;
/// a block without words leaves nothing behind.
/// </summary>
internal sealed class ReadableWriter
{
    private readonly StringBuilder text = new();
    private readonly List<Passage> passages = [];
    private readonly List<TextRun> runs = [];
    private int blockStart = -1;
    private bool spaceDue;
    private int spaceSource;

    /// <summary>The words of the block that ended last.</summary>
    public string LastBlock => passages.Count > 0 ? text.ToString(passages[^1].Span.Start, passages[^1].Span.Length) : "";

    /// <summary>
    /// Writes into the current block. <paramref name="source"/>: where the first unit of <paramref name="part"/> stands in the
    /// decoded file; -1: not there letter for letter.
    /// </summary>
    public void Append(ReadOnlySpan<char> part, int source = -1)
    {
        for (var n = 0; n < part.Length; n++)
        {
            var at = source < 0 ? -1 : source + n;
            if (IsFolded(part[n]))
            {
                // A space that stays one is found in the source too.
                Space(part[n] == ' ' ? at : -1);
            }
            else if (!IsInvisible(part[n]))
            {
                Put(part[n], at);
            }
        }
    }

    /// <summary>Ends the block that was written since the last call; false when nothing was.</summary>
    public bool EndBlock(PassageKind kind)
    {
        spaceDue = false;
        if (blockStart < 0)
        {
            return false;
        }

        passages.Add(new Passage(new TextSpan(blockStart, text.Length), kind));
        blockStart = -1;
        return true;
    }

    public Readable Finish(ArticleFields fields)
    {
        EndBlock(PassageKind.Prose);
        return new Readable { Text = text.ToString(), Passages = passages, Runs = runs, Fields = fields };
    }

    private void Space(int source)
    {
        if (!spaceDue)
        {
            (spaceDue, spaceSource) = (true, source);
        }
    }

    private void Put(char letter, int source)
    {
        if (blockStart < 0)
        {
            if (passages.Count > 0)
            {
                text.Append("\n\n");
            }

            blockStart = text.Length;
        }
        else if (spaceDue)
        {
            Note(spaceSource);
            text.Append(' ');
        }

        spaceDue = false;
        Note(source);
        text.Append(letter);
    }

    private void Note(int source)
    {
        if (source < 0)
        {
            return;
        }

        var at = text.Length;
        if (runs.Count > 0 && runs[^1] is var (span, start) && span.End == at && start + span.Length == source)
        {
            runs[^1] = new TextRun(new TextSpan(span.Start, at + 1), start);
        }
        else
        {
            runs.Add(new TextRun(new TextSpan(at, at + 1), source));
        }
    }

    private static bool IsFolded(char letter) => char.IsWhiteSpace(letter) || (char.IsControl(letter) && letter != '\0');

    /// <summary>Soft hyphens, zero-width spaces and byte order marks: no reader sees them.</summary>
    private static bool IsInvisible(char letter) => letter is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or '\0';
}
