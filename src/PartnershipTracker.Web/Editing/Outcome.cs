using System.Diagnostics.CodeAnalysis;

namespace PartnershipTracker.Web.Editing;

/// <summary>What is wrong with one field, in words for the person who filled it in.</summary>
public sealed record Fault(string Field, string Message);

/// <summary>A result, or the faults that prevented it.</summary>
public sealed class Outcome<T>
    where T : class
{
    private Outcome(T? value, IReadOnlyList<Fault> faults) => (Value, Faults) = (value, faults);

    public T? Value { get; }
    public IReadOnlyList<Fault> Faults { get; }

    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    public static implicit operator Outcome<T>(T value) => new(value, []);
    public static implicit operator Outcome<T>(Fault fault) => new(null, [fault]);
    public static implicit operator Outcome<T>(List<Fault> faults) => new(null, faults);
}
