namespace Harness.Reference.Ids;

/// <summary>Where new ids come from: UUIDs of connections, ids of maintenance events and issues.</summary>
public interface IIdSource
{
    /// <summary>A new version 4 UUID.</summary>
    Guid NewUuid();
}
