using PartnershipTracker.Model;

namespace PartnershipTracker.Web.Editing;

/// <summary>A date as editors type it.</summary>
internal static class FormDate
{
    /// <summary>Null for an empty field, and for one that holds no date; the latter is a fault.</summary>
    public static EdtfDate? Read(List<Fault> faults, string field, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        if (EdtfDate.TryParse(value.Trim(), out var date))
        {
            return date;
        }

        faults.Add(new Fault(field, "Not a date we can read. Examples: 2023, 2023-03, 2023-03-14, 2023-06~ (about June 2023)."));
        return null;
    }
}
