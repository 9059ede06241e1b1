namespace PartnershipTracker.Reading.Formats;

/// <summary>A file cannot be read; <see cref="ArticleReader"/> turns it into a refusal.</summary>
/// <param name="why">A sentence for the person who sent the file.</param>
internal sealed class UnreadableException(string why) : Exception(why);
