namespace Harness.Features.Races.Workloads;

/// <summary>The one list of races.</summary>
public static class RaceCourses
{
    /// <summary>Those that go in bursts.</summary>
    public static IReadOnlyList<IRaceCourse> All { get; } =
    [
        new LastRoomCourse(),
        new LostDeleteCourse(),
        new OwnWritesCourse(),
        new ConnectionsCourse(),
        new UpdatesCourse(),
        new MigrationCourse(),
        new FeaturesCourse(),
        new MacSecCourse(),
        new KeyUseCourse(),
    ];

    /// <summary>Every pair of a call of the target's that is held and a rival that comes in meanwhile.</summary>
    public static IReadOnlyList<IRaceCourse> Held { get; } = [.. HeldCourse.All];

    /// <summary>The names of those that go in bursts.</summary>
    public static IReadOnlyList<string> Names => [.. All.Select(course => course.Name)];

    /// <summary>The one of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IRaceCourse Of(string name) => Find(name)
        ?? throw new ArgumentException($"expected one of {string.Join(", ", Names)}, found {name}", nameof(name));

    /// <summary>The one of a name; null where there is none.</summary>
    public static IRaceCourse? Find(string name) => All.Concat(Held).FirstOrDefault(course => course.Name == name);
}
