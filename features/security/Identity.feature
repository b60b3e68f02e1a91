Feature: Identity
  Who calls decides what is seen and done.

  @SEC-02
  Scenario Outline: <operation> without authentication is refused and changes nothing
    Given a connection on interconnect A
    And a feature of the connection on the first channel
    And another confirmed customer intent
    And the state of the environment is noted
    When somebody without authentication calls <operation>
    Then the request is refused with 401 or 403
    And the state of the environment is as noted

    Examples: Reads
      | operation         |
      | GetProvider       |
      | GetEnvironment    |
      | ListInterconnects |
      | GetConnection     |
      | ListFeatures      |
      | ListMacSecKeys    |

    Examples: Changes
      | operation              |
      | ConfirmActivationKey   |
      | CreateConnection       |
      | UpdateConnection       |
      | DeleteConnection       |
      | CreateFeature          |
      | DeleteFeature          |
      | NotifyConnectionStatus |
      | CreateMacSecKey        |
      | CreateIssue            |

  @SEC-03
  Scenario Outline: <operation> with <credentials> is refused and changes nothing
    Given a connection on interconnect A
    And another confirmed customer intent
    And the state of the environment is noted
    When somebody with <credentials> calls <operation>
    Then the request is refused with 401 or 403
    And the state of the environment is as noted

    Examples:
      | operation        | credentials                 |
      | GetConnection    | a token that nobody issued  |
      | GetConnection    | a token with a letter changed |
      | GetConnection    | a token cut short           |
      | GetConnection    | an empty token              |
      | CreateConnection | a token that nobody issued  |
      | CreateConnection | a token with a letter changed |
      | DeleteConnection | a token with a letter changed |
      | UpdateConnection | a token cut short           |

  @SEC-04
  Scenario: A caller is listed its own provider and the target's, and no other
    When the partner lists providers
    Then the answer is 200
    And the providers are the partner's and the target's and no other

  @SEC-04 @stranger
  Scenario: A stranger is listed its own provider and not the partner's
    When the stranger lists providers
    Then the answer is 200
    And the providers do not include the partner's

  @COM-03
  Scenario Outline: The partner's <operation> below another provider's prefix is refused
    Given a confirmed customer intent
    And the state of the environment is noted
    When the partner calls <operation> below the prefix of another provider
    Then the request is refused
    And the state of the environment is as noted
    And the other provider's resources are as they were

    Examples:
      | operation            |
      | GetEnvironment       |
      | ListInterconnects    |
      | ListConnections      |
      | ConfirmActivationKey |
      | CreateConnection     |
      | CreateIssue          |

  @COM-03 @SEC-04 @stranger
  Scenario Outline: A stranger's <operation> below the partner's prefix is refused and changes nothing
    Given a connection on interconnect A
    And a feature of the connection on the first channel
    And another confirmed customer intent
    And the state of the environment is noted
    When the stranger calls <operation>
    Then the request is refused
    And the state of the environment is as noted

    Examples:
      | operation              |
      | GetEnvironment         |
      | GetConnection          |
      | ListConnections        |
      | ListFeatures           |
      | ListMacSecKeys         |
      | ConfirmActivationKey   |
      | CreateConnection       |
      | UpdateConnection       |
      | DeleteConnection       |
      | CreateFeature          |
      | DeleteFeature          |
      | NotifyConnectionStatus |
      | CreateMacSecKey        |
      | CreateIssue            |

  @COM-12 @stranger
  Scenario: The refusal does not tell whether the resource exists
    Given a connection on interconnect A
    When the stranger reads the connection and one that never was
    Then both are refused alike
