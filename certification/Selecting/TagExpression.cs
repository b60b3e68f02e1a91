namespace Harness.Certification.Selecting;

/// <summary>A condition on a scenario's tags, such as <c>@a and not (@b or @c)</c>.</summary>
public abstract record TagExpression
{
    private TagExpression()
    {
    }

    /// <summary>The scenario has the tag.</summary>
    /// <param name="Name">With its @.</param>
    /// <param name="Column">Where it stands in the expression, from 1.</param>
    public sealed record Tag(string Name, int Column) : TagExpression;

    public sealed record Not(TagExpression Inner) : TagExpression;

    public sealed record And(TagExpression Left, TagExpression Right) : TagExpression;

    public sealed record Or(TagExpression Left, TagExpression Right) : TagExpression;

    /// <summary>Every tag that it names.</summary>
    public IEnumerable<Tag> Names => this switch
    {
        Tag tag => [tag],
        Not not => not.Inner.Names,
        And and => and.Left.Names.Concat(and.Right.Names),
        Or or => or.Left.Names.Concat(or.Right.Names),
        _ => [],
    };

    /// <summary>Reads an expression: <c>or</c> binds least, then <c>and</c>, then <c>not</c>.</summary>
    /// <exception cref="TagExpressionException">It is not well formed; says where.</exception>
    public static TagExpression Parse(string text) => new TagExpressionParser(text).Parse();

    /// <summary>Whether a scenario with these tags is meant.</summary>
    public bool Matches(IReadOnlyCollection<string> tags) => this switch
    {
        Tag tag => tags.Contains(tag.Name),
        Not not => !not.Inner.Matches(tags),
        And and => and.Left.Matches(tags) && and.Right.Matches(tags),
        Or or => or.Left.Matches(tags) || or.Right.Matches(tags),
        _ => false,
    };
}
