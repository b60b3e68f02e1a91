Feature: Customer intent
  The customer states the intent at the target's portal and gets an activation key to carry over.

  @KEY-01
  Scenario: The portal gives out a key that says all that it has to
    When the customer creates a connection at the portal
    Then the key is base64 of a JSON object
    And the key carries every field that it has to
    And the key says what the customer chose

  @KEY-01
  Scenario: Every intent has a UUID and a key of its own
    Given a customer intent
    And another customer intent
    Then the two keys differ in their sharedConnectionUuid

  @KEY-02
  Scenario: The partner hears nothing of an intent that the customer has not carried over
    Given a customer intent
    When the customer deletes the connection at the portal
    Then the target has made no call about the connection

  @KEY-02
  Scenario: The partner hears nothing before the confirmation is followed by a connection
    Given a confirmed customer intent
    Then the target has made no call about the connection

  @KEY-03
  Scenario Outline: The portal refuses an intent with <defect>
    When the customer creates a connection at the portal with <defect>
    Then the portal refuses it
    And the customer's twin without that defect is given a key

    Examples:
      | defect                              |
      | an unknown environment              |
      | an unsupported size                 |
      | an account that is not in good standing |
      | an account that is over its quota   |

  @KEY-03
  Scenario: The portal refuses a bandwidth that the environment has no room for
    Given every active interconnect is full
    When the customer creates a connection at the portal
    Then the portal refuses it
