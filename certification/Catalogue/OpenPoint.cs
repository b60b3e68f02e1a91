using Harness.Certification.Text;

namespace Harness.Certification.Catalogue;

/// <summary>
/// A point that the source leaves open. Every listed reading is accepted; the report says which was met.
/// </summary>
/// <param name="Id">Such as <c>key-used</c>.</param>
/// <param name="Text">What is open, in one sentence.</param>
/// <param name="Readings">The accepted readings, in words.</param>
public sealed record OpenPoint(string Id, string Text, IReadOnlyList<string> Readings)
{
    internal static void Demand(IReadOnlyList<OpenPoint> points, string id, string reading)
    {
        var point = points.FirstOrDefault(point => point.Id == id)
            ?? throw new ArgumentException(
                $"The catalogue has no open point \"{id}\"{Nearest.Hint(id, points.Select(point => point.Id))}");
        if (!point.Readings.Contains(reading))
            throw new ArgumentException(
                $"The open point \"{id}\" has no reading \"{reading}\"{Nearest.Hint(reading, point.Readings)}");
    }
}
