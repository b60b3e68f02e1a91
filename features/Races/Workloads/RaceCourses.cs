namespace Harness.Features.Races.Workloads;

/// <summary>The one list of races.</summary>
public static class RaceCourses
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<IRaceCourse> All { get; } =
    [
        new ConnectionsCourse(),
        new UpdatesCourse(),
        new MigrationCourse(),
        new FeaturesCourse(),
        new MacSecCourse(),
        new KeyUseCourse(),
    ];

    /// <summary>The names of all.</summary>
    public static IReadOnlyList<string> Names => [.. All.Select(course => course.Name)];

    /// <summary>The one of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static IRaceCourse Of(string name) => All.FirstOrDefault(course => course.Name == name)
        ?? throw new ArgumentException($"expected one of {string.Join(", ", Names)}, found {name}", nameof(name));
}
