using System.Buffers;
using System.Text.Json;
using Harness.Certification.Runs;

namespace Harness.Certification.Evidence;

/// <summary>
/// Takes secrets out of whatever is recorded (SEC-05). It learns: a value seen in a secret field or header is taken
/// out wherever else it appears, also escaped or inside of base64. Safe for several threads.
/// </summary>
public sealed class Redactor
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mark = "[redacted]";

    // A shorter value would be found in innocent text; in its own field or header it is taken out all the same.
    private const int ShortestLiteral = 8;

    private const StringComparison IgnoreCase = StringComparison.OrdinalIgnoreCase;

    private static readonly string[] Schemes = ["Bearer ", "Basic ", "Digest ", "AWS4-HMAC-SHA256 "];

    private readonly Lock _gate = new();
    private readonly HashSet<string> _fields;
    private readonly SearchValues<string> _fieldNames;
    private readonly HashSet<string> _headers;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly FieldsInText _inText;
    private readonly JsonRedaction _json;
    private KnownForms? _forms;

    public Redactor(RedactionRules rules)
    {
        _fields = new HashSet<string>(rules.Fields, StringComparer.OrdinalIgnoreCase);
        _fieldNames = SearchValues.Create([.. _fields], StringComparison.OrdinalIgnoreCase);
        _headers = new HashSet<string>(rules.Headers, StringComparer.OrdinalIgnoreCase);
        _json = new JsonRedaction(_fields, Learn);
        _inText = new FieldsInText(_fields);
        foreach (var literal in rules.Literals)
            Learn(literal);
    }

    /// <summary>Grows with every secret learnt: what was recorded at a smaller one may have to be read again.</summary>
    public int Version
    {
        get
        {
            lock (_gate)
                return _known.Count;
        }
    }

    /// <summary>Takes this value out from now on. Values shorter than 8 characters are not looked for.</summary>
    public void Learn(string secret)
    {
        if (secret.Length < ShortestLiteral || secret == Mark)
            return;
        lock (_gate)
        {
            if (_known.Add(secret))
                _forms = null;
        }
    }

    /// <summary>Prose: known secrets, and what looks like a secret field of JSON or of a query.</summary>
    public string Text(string text) => Literals(MentionsField(text) ? _inText.Marked(text, static _ => { }) : text);

    /// <summary>A URL: known secrets, and the query parameters that are secret by their names.</summary>
    public string Url(string url) => Literals(MentionsField(url) ? _inText.Marked(url, Learn) : url);

    /// <summary>A body: JSON field by field, anything else as text.</summary>
    public string Body(string body)
    {
        if (!MentionsField(body))
            return Literals(body);
        try
        {
            return Literals(_json.Redact(body));
        }
        catch (JsonException)
        {
            return Literals(_inText.MarkedInBody(body, Learn));
        }
    }

    /// <summary>A header's value, where the header is secret the whole of it but the scheme.</summary>
    public Fact Header(string name, string value)
    {
        if (!_headers.Contains(name))
            return new Fact(name, Literals(value));
        var scheme = Schemes.FirstOrDefault(known => value.StartsWith(known, IgnoreCase)) ?? "";
        Learn(value[scheme.Length..]);
        return new Fact(name, scheme + Mark);
    }

    /// <summary>Known secrets only: for text that was redacted before some of them were learnt.</summary>
    public string Literals(string text)
    {
        var forms = Forms();
        if (!text.AsSpan().ContainsAny(forms.Any))
            return text;
        foreach (var form in forms.LongestFirst)
            text = text.Replace(form, Mark, StringComparison.OrdinalIgnoreCase);
        return text;
    }

    private KnownForms Forms()
    {
        lock (_gate)
            return _forms ??= KnownForms.Of(_known);
    }

    private bool MentionsField(string text) => text.AsSpan().ContainsAny(_fieldNames);
}
