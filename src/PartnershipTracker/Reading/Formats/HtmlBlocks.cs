using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PartnershipTracker.Reading.Formats;

/// <summary>A run of text within one block-level element.</summary>
/// <param name="Text">White space as it stands in the page, entities decoded.</param>
/// <param name="Kind">By the innermost element that says one.</param>
/// <param name="Linked">How many of its UTF-16 units stand within links.</param>
/// <param name="Kept">Part of a table, figure, definition list or code: judged by what it is, not by its links.</param>
/// <param name="IsTitle">Within an <c>h1</c>.</param>
internal sealed record HtmlBlock(string Text, PassageKind Kind, int Linked, bool Kept, bool IsTitle)
{
    public bool IsMostlyLinks => Linked * 2 > Text.Length;
}

/// <summary>A page as its blocks of visible text, page furniture left out.</summary>
internal sealed class HtmlBlocks
{
    /// <summary>Not shown, or no part of what an article says.</summary>
    private static readonly HashSet<string> Silent = new(StringComparer.Ordinal)
    {
        "head", "script", "style", "template", "noscript", "title", "meta", "link", "nav", "form", "button", "input", "select",
        "textarea", "label", "dialog", "menu", "iframe", "object", "embed", "applet", "svg", "canvas", "audio", "video", "map",
        "footer", "aside", "frameset", "noframes", "noembed", "datalist", "progress", "meter", "rp", "rt",
    };

    private static readonly HashSet<string> BlockLevel = new(StringComparer.Ordinal)
    {
        "html", "body", "address", "article", "blockquote", "center", "dd", "details", "summary", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "listing", "main", "ol",
        "p", "plaintext", "pre", "search", "section", "table", "caption", "colgroup", "tbody", "thead", "tfoot", "tr", "td", "th", "ul", "xmp",
    };

    /// <summary>Words of a class or id that name page furniture.</summary>
    private static readonly HashSet<string> FurnitureWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "ad", "ads", "advert", "adverts", "advertisement", "advertising", "banner", "breadcrumb", "breadcrumbs", "breaking", "comment",
        "comments", "consent", "cookie", "cookies", "disqus", "footer", "gdpr", "masthead", "menu", "modal", "mostread", "nav", "navbar",
        "navigation", "newsletter", "newsletters", "outbrain", "paywall", "popup", "promo", "promos", "promotion", "pullquote", "recirc",
        "recommended", "recommendations", "related", "share", "sharebar", "sharing", "sidebar", "signup", "skip", "social", "sponsor",
        "sponsored", "subscribe", "subscription", "taboola", "tags", "ticker", "toolbar", "trending",
    };

    private static readonly string[] FurnitureRoles =
        ["alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "form", "menu", "menubar", "navigation", "search", "toolbar"];

    private readonly List<HtmlBlock> blocks = [];
    private readonly List<(int Start, int End)> containers = [];
    private readonly Dictionary<INode, Extent> extents = [];
    private readonly StringBuilder text = new();
    private readonly StringBuilder skeleton = new();
    private readonly int whole;
    private int linked;
    private int elements;
    private bool lineBroken;

    private HtmlBlocks(IElement body)
    {
        whole = Measure(body).Letters;
        Element(body, new Place(PassageKind.Prose, false, false, false, false));
        EndRun(new Place(PassageKind.Prose, false, false, false, false));
    }

    public IReadOnlyList<HtmlBlock> Blocks => blocks;

    /// <summary>Elements within the body as ranges of <see cref="Blocks"/>, innermost first.</summary>
    public IReadOnlyList<(int Start, int End)> Containers => containers;

    /// <summary>
    /// The page again, with nothing but its structure, its text and the number of each block in <c>data-n</c>; for a finder
    /// of articles that may do with it what it likes.
    /// </summary>
    public string Skeleton => $"<html><body>{skeleton}</body></html>";

    /// <summary>How many elements <see cref="Skeleton"/> has.</summary>
    public int Elements => elements;

    /// <exception cref="UnreadableException">The tree is too deep or too large.</exception>
    public static HtmlBlocks Of(IHtmlDocument page)
    {
        RefuseLarge(page);
        return page.Body is { } body ? new HtmlBlocks(body) : new HtmlBlocks(page.CreateElement("body"));
    }

    /// <summary>Without recursion, since it decides whether recursion is safe.</summary>
    private static void RefuseLarge(IHtmlDocument page)
    {
        // Not by NextSibling, which looks its node up among all siblings.
        var open = new Stack<(INode Node, int Depth)>([(page, 0)]);
        var count = 0;
        while (open.TryPop(out var next))
        {
            if (next.Depth > HtmlGuard.MaxDepth)
            {
                throw HtmlGuard.TooDeep();
            }

            if (next.Node is IElement && ++count > HtmlGuard.MaxElements)
            {
                throw HtmlGuard.TooMany();
            }

            foreach (var child in next.Node.ChildNodes)
            {
                open.Push((child, next.Depth + 1));
            }
        }
    }

    /// <summary>What stands in each element: letters, and whether it is what an article is made of.</summary>
    private Extent Measure(INode node)
    {
        var extent = new Extent(0, false);
        foreach (var child in node.ChildNodes)
        {
            var part = child switch
            {
                IText words => new Extent(words.Data.Length, false),
                IElement element when Silent.Contains(element.LocalName) => default,
                IElement => Measure(child),
                _ => default,
            };
            extent = new Extent(extent.Letters + part.Letters, extent.IsArticle || part.IsArticle);
        }

        extent = node is IElement { LocalName: "article" or "main" or "h1" or "body" } ? extent with { IsArticle = true } : extent;
        extents[node] = extent;
        return extent;
    }

    private void Nodes(INode node, Place place)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                text.Append(words.Data);
                linked += place.InLink ? words.Data.Length : 0;
                lineBroken = lineBroken && string.IsNullOrWhiteSpace(words.Data);
            }
            else if (child is IElement { LocalName: "br" })
            {
                LineBreak(place);
            }
            else if (child is IElement element && !IsLeftOut(element, place))
            {
                Element(element, place);
            }
        }
    }

    /// <summary>One is a line end within the block, as in verse and addresses; two in a row part paragraphs.</summary>
    private void LineBreak(Place place)
    {
        if (lineBroken)
        {
            EndRun(place);
        }

        text.Append('\n');
        lineBroken = true;
    }

    private void Element(IElement element, Place outer)
    {
        var name = element.LocalName;
        var place = Place.Within(outer, name);
        if (!BlockLevel.Contains(name))
        {
            Nodes(element, place);
            return;
        }

        EndRun(outer);
        var first = blocks.Count;
        elements++;
        skeleton.Append('<').Append(name);
        Attribute("class", element.ClassName);
        Attribute("id", element.Id);
        skeleton.Append('>');
        Nodes(element, place);
        EndRun(place);
        skeleton.Append("</").Append(name).Append('>');
        if (name != "body" && blocks.Count > first)
        {
            containers.Add((first, blocks.Count));
        }
    }

    private void EndRun(Place place)
    {
        var words = text.ToString();
        text.Clear();
        lineBroken = false;
        if (!string.IsNullOrWhiteSpace(words))
        {
            var inLinks = linked;
            elements++;
            skeleton.Append(CultureInfo.InvariantCulture, $"<span data-n=\"{blocks.Count}\">{(inLinks > words.Length / 2 ? "<a href=\"#\">" : "")}");
            Encode(words);
            skeleton.Append(inLinks > words.Length / 2 ? "</a></span>" : "</span>");
            blocks.Add(new HtmlBlock(words, place.Kind, inLinks, place.Kept, place.IsTitle));
        }

        linked = 0;
    }

    private void Attribute(string name, string? value)
    {
        if (value is { Length: > 0 and < 200 })
        {
            skeleton.Append(' ').Append(name).Append("=\"");
            Encode(value);
            skeleton.Append('"');
        }
    }

    private void Encode(string value)
    {
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '<' => skeleton.Append("&lt;"),
                '&' => skeleton.Append("&amp;"),
                '"' => skeleton.Append("&quot;"),
                _ => skeleton.Append(letter),
            };
        }
    }

    private bool IsLeftOut(IElement element, Place place) =>
        Silent.Contains(element.LocalName) || IsHidden(element)
        || (IsFurniture(element, place) && extents.TryGetValue(element, out var extent) && !extent.IsArticle && extent.Letters * 5 < whole * 2);

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || string.Equals(element.GetAttribute("aria-hidden"), "true", StringComparison.OrdinalIgnoreCase)
        || (element.GetAttribute("style") is { Length: < 2000 } style && style.Replace(" ", "", StringComparison.Ordinal) is var rules
            && (rules.Contains("display:none", StringComparison.OrdinalIgnoreCase) || rules.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase)));

    /// <summary>The caller spares what holds an article or much of the page: themes hang such words on the whole of it too.</summary>
    private static bool IsFurniture(IElement element, Place place) =>
        (element.LocalName == "header" && !place.InArticle)
        || (element.GetAttribute("role") is { } role && FurnitureRoles.Contains(role.Trim(), StringComparer.OrdinalIgnoreCase))
        || HasFurnitureWord(element.ClassName) || HasFurnitureWord(element.Id);

    private static bool HasFurnitureWord(string? names)
    {
        if (names is null or { Length: > 500 })
        {
            return false;
        }

        var words = names.Split([' ', '\t', '\n', '-', '_', ':', '.'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(FurnitureWords.Contains)
            || words.Zip(words.Skip(1)).Any(pair => string.Equals(pair.First, "most", StringComparison.OrdinalIgnoreCase)
                && (pair.Second.Equals("read", StringComparison.OrdinalIgnoreCase) || pair.Second.Equals("popular", StringComparison.OrdinalIgnoreCase)));
    }

    private readonly record struct Extent(int Letters, bool IsArticle);

    /// <summary>Where the walk stands.</summary>
    private readonly record struct Place(PassageKind Kind, bool InLink, bool InArticle, bool Kept, bool IsTitle)
    {
        public static Place Within(Place outer, string name) => name switch
        {
            "h1" => outer with { Kind = PassageKind.Heading, IsTitle = true },
            "h2" or "h3" or "h4" or "h5" or "h6" => outer with { Kind = PassageKind.Heading },
            "caption" => outer with { Kind = PassageKind.Prose, Kept = true },
            "li" => outer with { Kind = PassageKind.ListItem },
            "dt" or "dd" => outer with { Kind = PassageKind.ListItem, Kept = true },
            "td" or "th" => outer with { Kind = PassageKind.TableCell },
            "pre" or "listing" or "xmp" => outer with { Kind = PassageKind.Code, Kept = true },
            "figure" or "table" => outer with { Kept = true },
            "article" or "main" => outer with { InArticle = true },
            "a" => outer with { InLink = true },
            _ => outer,
        };
    }
}
