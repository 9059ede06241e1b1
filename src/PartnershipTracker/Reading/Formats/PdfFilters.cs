using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace PartnershipTracker.Reading.Formats;

/// <summary>
/// The library's filters, of which those that unpack refuse to unpack without end: a few kilobytes of PDF may hold gigabytes.
/// One instance for one document.
/// </summary>
internal sealed class PdfFilters : IFilterProvider
{
    /// <summary>All that one document may unpack to.</summary>
    private const long MostBytes = 256 * 1024 * 1024;

    private readonly IFilterProvider known = DefaultFilterProvider.Instance;
    private long unpacked;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Limited(known.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Limited(known.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Limited(known.GetAllFilters());

    private IReadOnlyList<IFilter> Limited(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new LimitedFilter(filter, this))];

    private void Count(long bytes)
    {
        unpacked += bytes;
        if (unpacked > MostBytes)
        {
            throw new UnreadableException("The PDF unpacks to more than 256 MB, so it is no article we can read. Save the article alone.");
        }
    }

    private sealed class LimitedFilter(IFilter inner, PdfFilters all) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is FlateFilter)
            {
                CountInflated(input);
            }

            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            all.Count(inner is FlateFilter ? 0 : output.Length);
            return output;
        }

        /// <summary>Unpacks once into nothing, to know the length before memory is taken for it.</summary>
        private void CountInflated(Memory<byte> input)
        {
            // Past the two bytes before the packed data, whatever they say, as the library does.
            using var packed = new MemoryStream(input.Length > 2 ? input[2..].ToArray() : [], writable: false);
            using var plain = new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = new byte[81920];
            try
            {
                while (plain.Read(buffer) is > 0 and var read)
                {
                    all.Count(read);
                }
            }
            catch (InvalidDataException)
            {
                // Damaged: the library decides what to make of it.
            }
        }
    }
}
