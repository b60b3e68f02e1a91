using Harness.Certification.Runs;

namespace Harness.Certification.Evidence;

/// <summary>
/// Keeps one scenario's exchanges, in both directions and in the order in which they began, its notes, its figures and
/// its attachments; without secrets. Safe for several threads.
/// </summary>
public sealed class EvidenceRecorder
{
    private readonly Lock _gate = new();
    private readonly List<(PendingExchange Exchange, int RedactedAt)> _exchanges = [];
    private readonly List<Note> _notes = [];
    private readonly List<Figure> _figures = [];
    private readonly List<Attachment> _attachments = [];
    private readonly EvidenceLimits _limits;
    private readonly TimeProvider _time;
    private int _sequence;
    private int _stepLine;

    /// <param name="redactor">The scenario's own: what it learns is forgotten with the scenario.</param>
    /// <param name="time">Clock of the timeline.</param>
    /// <param name="limits">How much is kept.</param>
    public EvidenceRecorder(Redactor redactor, TimeProvider time, EvidenceLimits? limits = null)
    {
        Redactor = redactor;
        _time = time;
        _limits = limits ?? new EvidenceLimits();
    }

    /// <summary>Takes the secrets out; teach it values that only the scenario knows.</summary>
    public Redactor Redactor { get; }

    /// <summary>Position of the exchange that began last; null before the first.</summary>
    public int? Latest
    {
        get
        {
            lock (_gate)
                return _sequence == 0 ? null : _sequence;
        }
    }

    /// <summary>Line of the step that is running.</summary>
    internal int StepLine
    {
        set
        {
            lock (_gate)
                _stepLine = value;
        }
    }

    /// <summary>An exchange begins.</summary>
    /// <param name="direction">Who calls whom.</param>
    /// <param name="actor">Who the harness acts as or answers as: <c>partner</c>, <c>customer</c>, ...</param>
    /// <param name="operation">The operation's id, or a hook's name.</param>
    /// <param name="request">As it crosses the wire; secrets are taken out here.</param>
    public PendingExchange Begin(Direction direction, string actor, string? operation, HttpRequestRecord request)
    {
        var redactedAt = Redactor.Version;
        var clean = Clean(request);
        lock (_gate)
        {
            var begun = new Exchange(
                ++_sequence,
                direction,
                actor,
                operation,
                _stepLine,
                _time.GetUtcNow(),
                TimeSpan.Zero,
                clean,
                Response: null,
                Fault: null);
            var pending = new PendingExchange(this, begun);
            if (_exchanges.Count < _limits.Exchanges)
                _exchanges.Add((pending, redactedAt));
            return pending;
        }
    }

    /// <summary>Keeps a remark at this point of the timeline.</summary>
    public void Note(string text)
    {
        var clean = Redactor.Text(text);
        lock (_gate)
            _notes.Add(new Note(_time.GetUtcNow(), _stepLine, clean));
    }

    /// <summary>Keeps a picture.</summary>
    /// <exception cref="System.Xml.XmlException">It is not well-formed SVG.</exception>
    public void Show(Figure figure)
    {
        var clean = CleanFigure.Of(figure, Redactor);
        lock (_gate)
            _figures.Add(clean);
    }

    /// <summary>
    /// Keeps a file for the directory of the reports. It is not looked through for secrets: attach only what holds
    /// none by its nature. One that would be too much is only noted.
    /// </summary>
    /// <param name="title">What it is, for people.</param>
    /// <param name="name">A plain name that no other file of the scenario has, such as <c>ix1-ch1.pcap</c>.</param>
    /// <param name="mediaType">What kind of file it is.</param>
    /// <param name="content">What is in it.</param>
    /// <exception cref="ArgumentException">The name is not plain, or another file has it.</exception>
    public void Attach(string title, string name, string mediaType, ReadOnlyMemory<byte> content)
    {
        if (!PlainName.Is(name))
            throw new ArgumentException($"Expected a plain name of a file, found '{name}'", nameof(name));
        var attachment = new Attachment(Redactor.Text(title), name, mediaType, content.Length) { Content = content };
        bool fits;
        lock (_gate)
        {
            if (_attachments.Any(other => other.FileName == name))
                throw new ArgumentException($"There is another attachment {name}", nameof(name));
            fits = _attachments.Sum(other => other.Octets) + content.Length <= _limits.AttachedOctets;
            if (fits)
                _attachments.Add(attachment);
        }

        if (!fits)
            Note($"{title}: its {content.Length} octets were not kept, which are too many for a report");
    }

    /// <summary>What has no answer yet, as <c>POST url</c>, oldest first.</summary>
    public IReadOnlyList<string> Unanswered(Direction direction)
    {
        lock (_gate)
            return [.. _exchanges
                .Where(entry => !entry.Exchange.Ended && entry.Exchange.Exchange.Direction == direction)
                .Select(entry => $"{entry.Exchange.Exchange.Request.Method} {entry.Exchange.Exchange.Request.Url}")];
    }

    /// <summary>
    /// The timeline so far. An exchange that has not ended is given as one without an answer; a secret that was
    /// learnt late is taken out of what came before, too.
    /// </summary>
    public IReadOnlyList<Exchange> Exchanges()
    {
        lock (_gate)
        {
            var now = Redactor.Version;
            return [.. _exchanges.Select(entry => entry.RedactedAt < now
                ? CleanAgain(Seen(entry.Exchange))
                : Seen(entry.Exchange))];
        }
    }

    /// <summary>The remarks so far, and one on exchanges that were too many to keep.</summary>
    public IReadOnlyList<Note> Notes()
    {
        lock (_gate)
        {
            var notes = _notes.Select(note => note with { Text = Redactor.Literals(note.Text) });
            var dropped = _sequence - _exchanges.Count;
            return dropped == 0
                ? [.. notes]
                : [.. notes, new Note(_time.GetUtcNow(), _stepLine, $"{dropped} further exchanges were not recorded")];
        }
    }

    /// <summary>The pictures so far, in the order in which they were kept.</summary>
    public IReadOnlyList<Figure> Figures()
    {
        lock (_gate)
            return [.. _figures.Select(figure => CleanFigure.Of(figure, Redactor))];
    }

    /// <summary>The files so far, in the order in which they were kept.</summary>
    public IReadOnlyList<Attachment> Attachments()
    {
        lock (_gate)
            return [.. _attachments.Select(it => it with { Title = Redactor.Text(it.Title) })];
    }

    internal void Complete(PendingExchange pending, int status, IEnumerable<Fact> headers, string? body)
    {
        var response = new HttpResponseRecord(status, Clean(headers), Clean(body));
        End(pending, begun => begun with { Response = response });
    }

    internal void Fail(PendingExchange pending, string fault)
    {
        var clean = Redactor.Text(fault);
        End(pending, begun => begun with { Fault = clean });
    }

    private void End(PendingExchange pending, Func<Exchange, Exchange> change)
    {
        lock (_gate)
        {
            if (pending.Ended)
                return;
            var begun = pending.Exchange;
            pending.Exchange = change(begun) with { Duration = _time.GetUtcNow() - begun.StartedAt };
            pending.Ended = true;
        }
    }

    private Exchange Seen(PendingExchange pending) => pending.Ended
        ? pending.Exchange
        : pending.Exchange with
        {
            Duration = _time.GetUtcNow() - pending.Exchange.StartedAt,
            Fault = "no answer before the scenario ended",
        };

    private HttpRequestRecord Clean(HttpRequestRecord request) => request with
    {
        Headers = Clean(request.Headers),
        Body = Clean(request.Body),
        Url = Redactor.Url(request.Url),
    };

    private IReadOnlyList<Fact> Clean(IEnumerable<Fact> headers) =>
        [.. headers.Select(header => Redactor.Header(header.Name, header.Value))];

    // Secrets go before the cut: a half of one would not be found.
    private string? Clean(string? body)
    {
        if (body is null)
            return null;
        var clean = Redactor.Body(body);
        var limit = _limits.BodyCharacters;
        return clean.Length <= limit
            ? clean
            : $"{clean[..limit]}... ({clean.Length - limit} more characters were not recorded)";
    }

    private Exchange CleanAgain(Exchange exchange) => exchange with
    {
        Request = exchange.Request with
        {
            Url = Redactor.Literals(exchange.Request.Url),
            Headers = CleanAgain(exchange.Request.Headers),
            Body = exchange.Request.Body is { } asked ? Redactor.Literals(asked) : null,
        },
        Response = exchange.Response is not { } response ? null : response with
        {
            Headers = CleanAgain(response.Headers),
            Body = response.Body is { } answered ? Redactor.Literals(answered) : null,
        },
        Fault = exchange.Fault is { } fault ? Redactor.Literals(fault) : null,
    };

    private IReadOnlyList<Fact> CleanAgain(IReadOnlyList<Fact> headers) =>
        [.. headers.Select(header => header with { Value = Redactor.Literals(header.Value) })];
}
