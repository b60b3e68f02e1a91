Feature: Bodies
  What a request may carry, and what becomes of what it should not.

  @COM-04
  Scenario: Output-only fields of a new connection are ignored
    Given a confirmed customer intent
    And another connection on interconnect A
    When the partner creates the connection on interconnect A claiming to be verified and of another admin state
    Then the answer is 200
    And the answer is the connection on interconnect A, with its bandwidth and UNVERIFIED
    And none of the claims is kept

  @COM-04
  Scenario: Output-only fields of an update are ignored
    Given a connection of the smallest size on interconnect A
    When the partner updates the connection to the second size claiming to be verified and of another admin state
    Then the answer is 200
    And the partner reads the connection with the second size
    And none of the claims is kept

  @COM-04
  Scenario: Output-only fields of a proposal are ignored
    Given a connection on interconnect A
    When the partner proposes a feature that claims to be FINAL
    Then the answer is 200
    And the answer is the feature as proposed, PENDING

  @COM-05
  Scenario Outline: <operation> with <body> is refused and changes nothing
    Given a connection on interconnect A
    And a feature of the connection on the first channel
    And another confirmed customer intent
    And the state of the environment is noted
    When the partner calls <operation> with <body>
    Then the request is refused
    And the state of the environment is as noted

    Examples:
      | operation            | body                    |
      | CreateConnection     | JSON that breaks off    |
      | CreateConnection     | no body                 |
      | CreateConnection     | an array                |
      | CreateConnection     | a text for a number     |
      | CreateConnection     | a number for a text     |
      | CreateConnection     | a number beyond its type |
      | UpdateConnection     | JSON that breaks off    |
      | UpdateConnection     | a text for a number     |
      | UpdateConnection     | a number beyond its type |
      | CreateFeature        | JSON that breaks off    |
      | CreateFeature        | no body                 |
      | CreateFeature        | an array                |
      | CreateFeature        | a text for a number     |
      | CreateFeature        | an unknown enum word    |
      | ConfirmActivationKey | JSON that breaks off    |
      | ConfirmActivationKey | a number for a text     |
      | CreateIssue          | JSON that breaks off    |
      | CreateIssue          | a number for a text     |
      | CreateMacSecKey      | JSON that breaks off    |
      | CreateMacSecKey      | a number for a text     |

  @COM-01
  Scenario: A connection's name is its path, whatever the body says
    Given a confirmed customer intent
    When the partner creates the connection on interconnect A under another name in the body
    Then the connection has the name of its path, or the request is refused

  @COM-05
  Scenario: A connection without a bandwidth is refused and changes nothing
    Given a confirmed customer intent
    And the state of the environment is noted
    When the partner creates the connection on interconnect A without a bandwidth
    Then the request is refused
    And the state of the environment is as noted

  @COM-08
  Scenario Outline: <operation> without its id is refused and changes nothing
    Given a connection on interconnect A
    And another confirmed customer intent
    And the state of the environment is noted
    When the partner calls <operation> without its id
    Then the request is refused
    And the state of the environment is as noted

    Examples:
      | operation        |
      | CreateConnection |
      | CreateFeature    |
      | CreateMacSecKey  |
      | CreateIssue      |

  @COM-08
  Scenario Outline: <operation> with an empty id is refused and changes nothing
    Given a connection on interconnect A
    And another confirmed customer intent
    And the state of the environment is noted
    When the partner calls <operation> with an empty id
    Then the request is refused
    And the state of the environment is as noted

    Examples:
      | operation        |
      | CreateConnection |
      | CreateFeature    |
      | CreateIssue      |

  @COM-10
  Scenario Outline: <operation> with fields that the schema does not know is accepted
    Given a connection on interconnect A
    And a feature of the connection on the first channel
    And another confirmed customer intent
    When the partner calls <operation> with fields that the schema does not know
    Then the answer is 200

    Examples:
      | operation               |
      | CreateConnection        |
      | UpdateConnection        |
      | CreateFeature           |
      | GenerateFeatureGuidance |
      | CreateIssue             |

  @COM-10
  Scenario: A key is confirmed though the request has fields that the schema does not know
    Given a customer intent
    When the partner calls ConfirmActivationKey with fields that the schema does not know
    Then the key is valid
