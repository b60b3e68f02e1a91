namespace Harness.Protocol.Operations;

/// <summary>Every operation of the published contract.</summary>
public static class PublishedOperations
{
    private const string Environments = "providers/{provider}/environments";
    private const string Interconnects = Environments + "/{environment}/interconnects";
    private const string Channels = Interconnects + "/{interconnect}/channels";
    private const string Keys = Channels + "/{channel}/macSecKeys";
    private const string Connections = Interconnects + "/{interconnect}/connections";
    private const string Features = Connections + "/{connection}/features";
    private const string Issues = "providers/{provider}/issues";

    public static readonly Operation ListProviders = new("ListProviders", "GET", "providers");
    public static readonly Operation GetProvider = new("GetProvider", "GET", "providers/{provider}");

    public static readonly Operation ListEnvironments = new("ListEnvironments", "GET", Environments);
    public static readonly Operation GetEnvironment = new("GetEnvironment", "GET", Environments + "/{environment}");
    public static readonly Operation ConfirmActivationKey =
        new("ConfirmActivationKey", "POST", Environments + "/{environment}/ConfirmActivationKey");

    public static readonly Operation ListInterconnects = new("ListInterconnects", "GET", Interconnects);
    public static readonly Operation GetInterconnect =
        new("GetInterconnect", "GET", Interconnects + "/{interconnect}");

    public static readonly Operation ListChannels = new("ListChannels", "GET", Channels);
    public static readonly Operation GetChannel = new("GetChannel", "GET", Channels + "/{channel}");
    public static readonly Operation NotifyMaintenance =
        new("NotifyMaintenance", "POST", Channels + "/{channel}/NotifyMaintenance");
    public static readonly Operation RequestMacSecKeyRotation =
        new("RequestMacSecKeyRotation", "POST", Channels + "/{channel}/RequestMacSecKeyRotation");
    public static readonly Operation GetMaintenanceEvents =
        new("GetMaintenanceEvents", "GET", Channels + "/{channel}/maintenanceEvents");

    public static readonly Operation ListMacSecKeys = new("ListMacSecKeys", "GET", Keys);
    public static readonly Operation CreateMacSecKey = new("CreateMacSecKey", "POST", Keys);
    public static readonly Operation GetMacSecKey = new("GetMacSecKey", "GET", Keys + "/{macSecKey}");
    public static readonly Operation DeleteMacSecKey = new("DeleteMacSecKey", "DELETE", Keys + "/{macSecKey}");

    public static readonly Operation ListConnections = new("ListConnections", "GET", Connections);
    public static readonly Operation CreateConnection = new("CreateConnection", "POST", Connections);
    public static readonly Operation GetConnection = new("GetConnection", "GET", Connections + "/{connection}");
    public static readonly Operation UpdateConnection =
        new("UpdateConnection", "PATCH", Connections + "/{connection}");
    public static readonly Operation DeleteConnection =
        new("DeleteConnection", "DELETE", Connections + "/{connection}");
    public static readonly Operation GenerateFeatureGuidance =
        new("GenerateFeatureGuidance", "POST", Connections + "/{connection}/GenerateFeatureGuidance");
    public static readonly Operation NotifyConnectionStatus =
        new("NotifyConnectionStatus", "POST", Connections + "/{connection}/NotifyConnectionStatus");

    public static readonly Operation ListFeatures = new("ListFeatures", "GET", Features);
    public static readonly Operation CreateFeature = new("CreateFeature", "POST", Features);
    public static readonly Operation GetFeature = new("GetFeature", "GET", Features + "/{feature}");
    public static readonly Operation DeleteFeature = new("DeleteFeature", "DELETE", Features + "/{feature}");

    public static readonly Operation ListIssues = new("ListIssues", "GET", Issues);
    public static readonly Operation CreateIssue = new("CreateIssue", "POST", Issues);
    public static readonly Operation GetIssue = new("GetIssue", "GET", Issues + "/{issue}");
    public static readonly Operation CloseIssue = new("CloseIssue", "POST", Issues + "/{issue}/Close");
    public static readonly Operation AddComment = new("AddComment", "POST", Issues + "/{issue}/AddComment");
    public static readonly Operation ListComments = new("ListComments", "GET", Issues + "/{issue}/comments");

    /// <summary>All of them, in the order of the resources.</summary>
    public static IReadOnlyList<Operation> All { get; } =
    [
        ListProviders, GetProvider,
        ListEnvironments, GetEnvironment, ConfirmActivationKey,
        ListInterconnects, GetInterconnect,
        ListChannels, GetChannel, NotifyMaintenance, RequestMacSecKeyRotation, GetMaintenanceEvents,
        ListMacSecKeys, CreateMacSecKey, GetMacSecKey, DeleteMacSecKey,
        ListConnections, CreateConnection, GetConnection, UpdateConnection, DeleteConnection,
        GenerateFeatureGuidance, NotifyConnectionStatus,
        ListFeatures, CreateFeature, GetFeature, DeleteFeature,
        ListIssues, CreateIssue, GetIssue, CloseIssue, AddComment, ListComments,
    ];

    /// <summary>The operation that a request is; null where the contract knows none.</summary>
    /// <param name="method">HTTP method in capitals.</param>
    /// <param name="path">Path below the API root, without a leading slash and query.</param>
    public static Operation? Find(string method, string path)
    {
        var segments = path.Split('/');
        return All.FirstOrDefault(operation => operation.Matches(method, segments));
    }
}
