using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PartnershipTracker.Reading.Formats;

/// <summary>
/// What a reader of the rendered Markdown sees: its words without marks, link targets, images and raw HTML. Knows where
/// each run of them stands in the file.
/// </summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseFootnotes()
        .UseAutoLinks()
        .UsePreciseSourceLocation()
        .Build();

    /// <exception cref="UnreadableException">Over the limits of <see cref="MarkdownGuard"/>, nested too deeply, or without text.</exception>
    public static Readable Read(string markdown)
    {
        MarkdownGuard.Check(markdown);
        var front = FrontMatter.Of(markdown);
        var walk = new Walk(markdown, front?.End ?? 0);
        try
        {
            walk.Blocks(Markdown.Parse(markdown[(front?.End ?? 0)..], Pipeline), PassageKind.Prose);
        }
        catch (ArgumentException)
        {
            // Markdig's way to say that it would have to recurse too deeply.
            throw new UnreadableException("The Markdown nests its lists, quotes or marks too deeply to be read. Save the article as plain text and try again.");
        }

        var fields = front?.Fields ?? new ArticleFields();
        var read = walk.Writer.Finish(fields with { Title = fields.Title ?? walk.Title });
        return read.Passages.Count > 0 ? read : throw new UnreadableException("The Markdown holds no text to read.");
    }

    /// <param name="source">The whole file.</param>
    /// <param name="offset">Where in it the parsed part begins.</param>
    private sealed class Walk(string source, int offset)
    {
        public ReadableWriter Writer { get; } = new();

        /// <summary>The first heading of level 1.</summary>
        public string? Title { get; private set; }

        public void Blocks(ContainerBlock container, PassageKind kind)
        {
            foreach (var block in container)
            {
                switch (block)
                {
                    case LinkReferenceDefinitionGroup or Markdig.Syntax.HtmlBlock or ThematicBreakBlock:
                        break;
                    case ContainerBlock inner:
                        Blocks(inner, inner is ListItemBlock ? PassageKind.ListItem : inner is TableCell ? PassageKind.TableCell : inner is Footnote ? PassageKind.Prose : kind);
                        break;
                    case CodeBlock code:
                        Code(code);
                        break;
                    case HeadingBlock { Inline: { } inlines } heading:
                        Heading(inlines, heading.Level);
                        break;
                    case LeafBlock { Inline: { } inlines }:
                        Inlines(inlines);
                        Writer.EndBlock(kind);
                        break;
                }
            }
        }

        private void Heading(ContainerInline inlines, int level)
        {
            Inlines(inlines);
            if (Writer.EndBlock(PassageKind.Heading) && level == 1)
            {
                Title ??= FieldText.Clean(Writer.LastBlock);
            }
        }

        private void Code(CodeBlock code)
        {
            foreach (var line in code.Lines.Lines.AsSpan(0, code.Lines.Count))
            {
                Writer.Append(line.Slice.AsSpan(), Found(line.Slice.AsSpan(), line.Position, line.Position + line.Slice.Length));
                Writer.Append("\n");
            }

            Writer.EndBlock(PassageKind.Code);
        }

        private void Inlines(ContainerInline container)
        {
            foreach (var inline in container)
            {
                switch (inline)
                {
                    case FootnoteLink or HtmlInline or LinkInline { IsImage: true }:
                        break;
                    case LiteralInline literal:
                        Write(literal.Content.AsSpan(), literal.Span);
                        break;
                    case CodeInline code:
                        Write(code.ContentSpan, code.Span);
                        break;
                    case AutolinkInline link:
                        Write(link.Url, link.Span);
                        break;
                    case HtmlEntityInline entity:
                        Writer.Append(entity.Transcoded.AsSpan());
                        break;
                    case LineBreakInline:
                        Writer.Append("\n");
                        break;
                    case DelimiterInline delimiter:
                        Writer.Append(delimiter.ToLiteral());
                        Inlines(delimiter);
                        break;
                    case ContainerInline inner:
                        Inlines(inner);
                        break;
                }
            }
        }

        private void Write(ReadOnlySpan<char> words, SourceSpan span) => Writer.Append(words, Found(words, span.Start, span.End + 1));

        /// <summary>
        /// Where the words stand in the file, within what the parser says or right beside it (a backslash, a code mark): -1
        /// where they do not, so that no run ever claims what is not there.
        /// </summary>
        private int Found(ReadOnlySpan<char> words, int start, int end)
        {
            var from = Math.Clamp(offset + start, 0, source.Length);
            var to = Math.Clamp(offset + end, from, source.Length);
            return source.AsSpan(from).StartsWith(words) ? from
                : source.AsSpan(from, to - from).IndexOf(words) is var at and >= 0 ? from + at
                : -1;
        }
    }
}
