Feature: Secrets
  Key material does not turn up where people read.

  @SEC-05
  Scenario: A refused activation key is not repeated in the refusal
    Given a customer intent
    When the partner creates the connection on interconnect A
    Then the request is refused
    And the answer does not contain the key

  @SEC-05
  Scenario: A refused BGP password is not repeated in the refusal
    Given a connection on interconnect A
    When the partner proposes a feature with a BGP password and no VLAN
    Then the request is refused
    And the answer does not contain the password

  @SEC-05 @macsec
  Scenario: A refused CAK is not repeated in the refusal
    When the partner creates a key with a CAK on a channel that the target manages
    Then the request is refused
    And the answer does not contain the CAK

  @SEC-05
  Scenario: A malformed body is not repeated in the refusal
    Given a confirmed customer intent
    When the partner creates the connection on interconnect A with a body that breaks off after the key
    Then the request is refused
    And the answer does not contain the key

  @SEC-05 @logs
  Scenario: The target's log contains no key and no password
    Given a connection on interconnect A
    When the partner proposes a feature with a BGP password and no VLAN
    And the partner proposes a feature with a BGP password
    Then the target's log contains neither the key nor the password
