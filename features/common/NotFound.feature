Feature: What does not exist
  A resource that is not there, or whose parent is not, is answered 404.

  @COM-02
  Scenario Outline: A read of <resource> is answered 404
    Given a connection on interconnect A
    And a feature of the connection on the first channel
    When the partner reads <resource>
    Then the request is refused with 404

    Examples:
      | resource                                    |
      | an environment that never was               |
      | an interconnect that never was              |
      | an interconnect of an environment that never was |
      | a channel that never was                    |
      | a channel of an interconnect that never was |
      | a connection that never was                 |
      | a connection of an interconnect that never was |
      | a feature that never was                    |
      | a feature of a connection that never was    |
      | a MACsec key that never was                 |
      | a MACsec key of a channel that never was    |
      | an issue that never was                     |

  @COM-02
  Scenario Outline: A list of <collection> is answered 404
    When the partner lists <collection>
    Then the request is refused with 404

    Examples:
      | collection                                           |
      | interconnects of an environment that never was       |
      | channels of an interconnect that never was           |
      | connections of an interconnect that never was        |
      | features of a connection that never was              |
      | MACsec keys of a channel that never was              |
      | maintenance events of a channel that never was       |
      | comments of an issue that never was                  |

  @COM-02
  Scenario Outline: <operation> below what never was is answered 404 and changes nothing
    Given a connection on interconnect A
    And another confirmed customer intent
    And the state of the environment is noted
    When the partner calls <operation> below what never was
    Then the request is refused with 404
    And the state of the environment is as noted

    Examples:
      | operation               |
      | ConfirmActivationKey    |
      | CreateConnection        |
      | UpdateConnection        |
      | GenerateFeatureGuidance |
      | NotifyConnectionStatus  |
      | CreateFeature           |
      | NotifyMaintenance       |
      | RequestMacSecKeyRotation |
      | CreateMacSecKey         |
      | AddComment              |
      | CloseIssue              |

  @COM-02
  Scenario: An id in the other case is no second name of a connection
    Given a connection on interconnect A
    When the partner reads the connection by its id in the other case
    Then the answer is 404, or the connection under its own name
