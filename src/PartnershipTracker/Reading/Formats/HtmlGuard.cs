namespace PartnershipTracker.Reading.Formats;

/// <summary>
/// Refuses HTML that would make a parser slow, hungry or overflow the stack, before any parser sees it: one scan over the
/// tags, without a tree. Where a browser might see more tags than the scan or fewer, it counts the more.
/// </summary>
internal static class HtmlGuard
{
    public const int MaxCharacters = 2 * 1024 * 1024;
    public const int MaxDepth = 512;

    /// <summary>Far beyond any article; with formatting elements repeated as the HTML standard asks for (see <see cref="Scan.Open"/>).</summary>
    public const int MaxElements = 100_000;

    private const int MaxAttributes = 500;

    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "image", "img", "input", "keygen", "link",
        "meta", "param", "source", "track", "wbr",
    };

    /// <summary>Their end tags may be left out, and the next one ends them: unclosed ones do not nest.</summary>
    private static readonly HashSet<string> SelfEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html", "head", "body",
        "rp", "rt", "colgroup", "caption",
    };

    /// <summary>Left open, they are opened anew in every block that follows.</summary>
    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    /// <summary>What stands in them is text up to their end tag.</summary>
    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "title", "textarea" };

    /// <exception cref="UnreadableException">The page is over one of the limits.</exception>
    public static void Check(string html)
    {
        if (html.Length > MaxCharacters)
        {
            throw new UnreadableException("The web page is larger than 2 MB, the most we take of HTML. Save the article alone, or as text.");
        }

        var scan = new Scan();
        var at = 0;
        while (at < html.Length && html.AsSpan(at).IndexOf('<') is var found and >= 0)
        {
            at += found + 1;
            at = at < html.Length ? After(html, at, scan) : at;
        }
    }

    /// <summary>For a parsed tree, whose depth the scan can only estimate.</summary>
    public static UnreadableException TooDeep() =>
        new($"The web page nests its elements more than {MaxDepth} deep, so it is no article we can read. Save the article alone, or as text.");

    public static UnreadableException TooMany() =>
        new($"The web page holds more than {MaxElements:N0} elements, so it is no article we can read. Save the article alone, or as text.");

    /// <summary>Where to look for the next “&lt;”; <paramref name="at"/> is behind one.</summary>
    private static int After(string html, int at, Scan scan)
    {
        if (html[at] is '!' or '?')
        {
            return html.AsSpan(at).StartsWith("!--") ? AfterComment(html, at + 1) : Behind(html, at, ">");
        }

        var ends = html[at] == '/';
        at += ends ? 1 : 0;
        if (at >= html.Length || !char.IsAsciiLetter(html[at]))
        {
            return at;
        }

        var length = html.AsSpan(at).IndexOfAny(" \t\r\n\f/>");
        var name = length < 0 ? html[at..] : html.Substring(at, length);
        var tagEnd = AfterTag(html, at + name.Length);
        if (ends)
        {
            scan.Close(name);
            return tagEnd;
        }

        scan.Open(name);
        return Raw.Contains(name) && scan.IsPlain && html.IndexOf("</" + name, tagEnd, StringComparison.OrdinalIgnoreCase) is var end and >= 0
            ? end
            : tagEnd;
    }

    /// <summary><paramref name="at"/> is behind “&lt;!”. “&lt;!--&gt;” and “&lt;!---&gt;” are whole comments: the end may overlap the start.</summary>
    private static int AfterComment(string html, int at) =>
        html.AsSpan(at).StartsWith("-->") ? at + 3
        : html.AsSpan(at).StartsWith("--->") ? at + 4
        : Math.Min(Behind(html, at + 2, "-->"), Behind(html, at + 2, "--!>"));

    private static int Behind(string html, int at, string mark) =>
        html.AsSpan(at).IndexOf(mark, StringComparison.Ordinal) is var found and >= 0 ? at + found + mark.Length : html.Length;

    /// <summary>Past the attributes; a “&gt;” within a quoted value does not end the tag.</summary>
    private static int AfterTag(string html, int at)
    {
        var attributes = 0;
        while (at < html.Length)
        {
            switch (html[at])
            {
                case '>':
                    return at + 1;
                case ' ' or '\t' or '\r' or '\n' or '\f' or '/':
                    at++;
                    break;
                default:
                    if (++attributes > MaxAttributes)
                    {
                        throw new UnreadableException($"The web page has a tag with more than {MaxAttributes} attributes, so it is no article we can read.");
                    }

                    at = AfterAttribute(html, at);
                    break;
            }
        }

        return at;
    }

    private static int AfterAttribute(string html, int at)
    {
        // Its first character belongs to the name, even “=”.
        at = IndexOfAny(html, at + 1, " \t\r\n\f/>=");
        var value = at;
        while (value < html.Length && html[value] is ' ' or '\t' or '\r' or '\n' or '\f')
        {
            value++;
        }

        if (value >= html.Length || html[value] != '=')
        {
            return at;
        }

        value++;
        while (value < html.Length && html[value] is ' ' or '\t' or '\r' or '\n' or '\f')
        {
            value++;
        }

        return value >= html.Length ? html.Length
            : html[value] is '"' or '\'' ? Math.Min(html.Length, IndexOfAny(html, value + 1, html[value] == '"' ? "\"" : "'") + 1)
            : IndexOfAny(html, value, " \t\r\n\f>");
    }

    private static int IndexOfAny(string html, int at, string any) =>
        at < html.Length && html.AsSpan(at).IndexOfAny(any) is var found and >= 0 ? at + found : html.Length;

    /// <summary>What is open where the scan has come to.</summary>
    private sealed class Scan
    {
        private readonly Dictionary<string, int> open = new(StringComparer.OrdinalIgnoreCase);
        private int depth;
        private int formatting;
        private int elements;

        /// <summary>Neither in SVG or MathML nor in a list of options, where other rules hold for script and style.</summary>
        public bool IsPlain => !open.ContainsKey("svg") && !open.ContainsKey("math") && !open.ContainsKey("select");

        public void Open(string name)
        {
            // A block behind open formatting elements gets a copy of each: few tags may make millions of elements.
            elements += 1 + (Formatting.Contains(name) ? 0 : formatting);
            if (elements > MaxElements)
            {
                throw TooMany();
            }

            if (Void.Contains(name) || SelfEnding.Contains(name))
            {
                return;
            }

            open[name] = open.GetValueOrDefault(name) + 1;
            formatting += Formatting.Contains(name) ? 1 : 0;
            if (++depth > MaxDepth)
            {
                throw TooDeep();
            }
        }

        public void Close(string name)
        {
            // An end tag without its start closes nothing.
            if (!open.TryGetValue(name, out var count))
            {
                return;
            }

            depth--;
            formatting -= Formatting.Contains(name) ? 1 : 0;
            if (count == 1)
            {
                open.Remove(name);
            }
            else
            {
                open[name] = count - 1;
            }
        }
    }
}
