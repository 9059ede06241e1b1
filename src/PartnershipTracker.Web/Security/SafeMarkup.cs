using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Components;
using PartnershipTracker.Web.Editing;

namespace PartnershipTracker.Web.Security;

/// <summary>
/// The only maker of <see cref="MarkupString"/>. Editors' Markdown becomes HTML here when it is saved: raw HTML off, a
/// short list of extensions, then a sanitiser with a short list of elements. Imported articles never pass: their text is
/// shown as text. The other door is JSON-LD, which Blazor would HTML-encode.
/// </summary>
public sealed class SafeMarkup
{
    private static readonly JsonSerializerOptions Strict = new() { Encoder = JavaScriptEncoder.Default };

    private readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseAutoLinks()
        .UseListExtras()
        .DisableHtml()
        .Build();

    private readonly HtmlSanitizer sanitizer = MakeSanitizer();

    /// <summary>
    /// Sanitised HTML of <paramref name="markdown"/>; when it cannot be parsed (nested too deeply, too long) its plain
    /// text in one paragraph.
    /// </summary>
    public string Render(string markdown)
    {
        if (markdown.Length > DraftFaults.MaxNote)
        {
            return Plain(markdown[..DraftFaults.MaxNote]);
        }

        try
        {
            return sanitizer.Sanitize(Markdown.ToHtml(markdown, pipeline)).Trim();
        }
        catch (ArgumentException)
        {
            // Markdig refuses deep nesting this way.
            return Plain(markdown);
        }
    }

    /// <summary>HTML that <see cref="Render"/> made and the store kept.</summary>
    public static MarkupString Stored(string sanitisedHtml) => new(sanitisedHtml);

    /// <summary>A JSON-LD data block; what is not known is left out. <c>&lt; &gt; &amp;</c> are escaped, so that no text ends the block.</summary>
    public static MarkupString JsonLd(JsonObject data)
    {
        foreach (var empty in data.Where(entry => entry.Value is null or JsonArray { Count: 0 }).Select(entry => entry.Key).ToList())
        {
            data.Remove(empty);
        }

        // The default encoder escapes < > & and all that is not ASCII.
        return new MarkupString($"<script type=\"application/ld+json\">{data.ToJsonString(Strict)}</script>");
    }

    private static string Plain(string text) => $"<p>{HtmlEncoder.Default.Encode(text)}</p>";

    private static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        Only(sanitizer.AllowedTags,
            "p", "br", "hr", "em", "strong", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a",
            "h2", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td");
        Only(sanitizer.AllowedAttributes, "href", "title", "start", "colspan", "rowspan");
        Only(sanitizer.AllowedSchemes, "http", "https", "mailto");
        sanitizer.AllowedCssProperties.Clear();
        sanitizer.AllowDataAttributes = false;
        sanitizer.KeepChildNodes = true;
        return sanitizer;
    }

    private static void Only(ISet<string> set, params ReadOnlySpan<string> values)
    {
        set.Clear();
        foreach (var value in values)
        {
            set.Add(value);
        }
    }
}
