using AngleSharp.Html.Dom;
using PartnershipTracker.Tests;

namespace PartnershipTracker.Web.Tests;

/// <summary>The claim form, filled in as an editor would.</summary>
internal static class ClaimForms
{
    public static async Task<IHtmlFormElement> ClaimFormAsync(this HttpClient editor)
    {
        var form = (await editor.PageAsync(Links.NewClaim)).Form("form.stack");
        var documents = (IHtmlSelectElement)form.QuerySelector("#document")!;
        documents.Value = documents.Options[1].Value;
        return form;
    }

    public static async Task<IHtmlFormElement> NewDocumentFormAsync(this HttpClient editor)
    {
        var form = (await editor.PageAsync(Links.NewClaim)).Form("form.stack");
        form.Fill("Form.Title", "A new article");
        form.Fill("Form.Statement", "Microsoft put money into OpenAI.");
        form.Choose("Form.Stance", "Complementary");
        return form;
    }

    public static void Fill(this IHtmlFormElement form, string name, string value)
    {
        switch (form.QuerySelector($"[name='{name}']"))
        {
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            default:
                Assert.Fail($"No field {name}.");
                break;
        }
    }

    public static void Choose(this IHtmlFormElement form, string name, string value) =>
        Assert.IsAssignableFrom<IHtmlInputElement>(form.QuerySelector($"[name='{name}'][value='{value}']")).IsChecked = true;

    public static string Area(this IHtmlFormElement form, string name) =>
        Assert.IsAssignableFrom<IHtmlTextAreaElement>(form.QuerySelector($"[name='{name}']")).Value.TrimStart('\n');
}
