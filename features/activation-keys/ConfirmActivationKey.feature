Feature: ConfirmActivationKey
  The provider that issued an activation key says whether a key that it is shown is that one, and still
  good. An answer that leaves keyValid out says no.

  @KEY-09
  Scenario: The key as issued is valid
    Given a customer intent
    When the partner confirms the key
    Then the key is valid

  @KEY-09
  Scenario: The key is confirmed in its deprecated form, too
    Given a customer intent
    When the partner confirms the key as an object
    Then the key is valid

  @KEY-09 @KEY-11
  Scenario: A key that is confirmed again before its use is answered either way
    Given a confirmed customer intent
    When the partner confirms the key
    Then the answer shows when a key counts as used

  @KEY-10
  Scenario: A key of a connection that never was is not valid
    Given a customer intent
    When the partner confirms a copy of the key with another sharedConnectionUuid
    Then the key is not valid
    And the key as issued is still valid

  @KEY-10 @KEY-16
  Scenario: A key is not valid once the customer has deleted the intent at the portal
    Given a customer intent
    And the customer deletes the connection at the portal
    When the partner confirms the key
    Then the key is not valid

  @KEY-11
  Scenario: A key is not valid again after the connection that it was for
    Given a connection on interconnect A
    When the partner confirms the key
    Then the key is not valid

  @KEY-12
  Scenario Outline: A key with another <field> than the customer chose is not valid
    Given a customer intent
    When the partner confirms a copy of the key with another <field>
    Then the key is not valid
    And the key as issued is still valid

    Examples:
      | field                     |
      | version                   |
      | destinationEnvironmentUri |
      | connectionSizeMbps        |
      | destinationAccountId      |

  @KEY-12
  Scenario: A key of a smaller size than the customer chose is not valid
    Given a customer intent for the second size
    When the partner confirms a copy of the key with another connectionSizeMbps
    Then the key is not valid
    And the key as issued is still valid

  @KEY-12
  Scenario: A key is not valid in another environment than its own
    Given a customer intent
    When the partner confirms the key in another environment
    Then the key is not valid
    And the key as issued is still valid

  @KEY-15 @clock @serial
  Scenario: A key is valid until its lifetime ends
    Given a customer intent
    And the key is 1 second short of its lifetime
    When the partner confirms the key
    And the clock is still short of it
    Then the key is valid

  @KEY-15 @clock @serial
  Scenario: A key is not valid after its lifetime
    Given a customer intent
    And the key is 1 second past its lifetime
    When the partner confirms the key
    Then the key is not valid

  @KEY-15 @clock @serial
  Scenario: A key that was confirmed is not valid after its lifetime either
    Given a confirmed customer intent
    And the key is 1 second past its lifetime
    When the partner confirms the key
    Then the key is not valid

  @KEY-16
  Scenario: A key is not valid after its connection was deleted
    Given a connection on interconnect A
    And the partner deletes the connection
    When the partner confirms the key
    Then the key is not valid

  @KEY-16 @CON-06
  Scenario: The key of a deleted connection creates no other
    Given a connection on interconnect A
    And the partner deletes the connection
    And the state of the environment is noted
    When the partner creates the connection on interconnect A
    Then the request is refused
    And the state of the environment is as noted

  @KEY-17
  Scenario Outline: A key that is <garbage> is not valid
    Given a customer intent
    When the partner confirms a key that is <garbage>
    Then the key is not valid
    And the key as issued is still valid

    Examples:
      | garbage                 |
      | empty                   |
      | not base64              |
      | base64 of no JSON       |
      | base64 of a JSON array  |
      | the key cut in half     |
      | the key without a field |
      | very long               |

  @KEY-17
  Scenario: A confirmation that shows no key is not valid
    Given a customer intent
    When the partner confirms no key at all
    Then the key is not valid
    And the key as issued is still valid
