Feature: RequestMacSecKeyRotation, and the target as the manager of keys
  The manager of a channel installs a new key in standby, gives it to the other side, and deletes the old one once the
  new one is active. "The target's channel" is one whose keys the target manages.

  @MAC-10 @clock @serial @macsec
  Scenario: A new key is in standby on the manager's device when the partner gets it
    Given the target's channel has an active key, and no rotation bakes there
    And the partner holds the target's CreateMacSecKey at a gate
    When the operator orders a rotation of the target's channel
    Then the target's CreateMacSecKey for the target's channel arrives
    And by then the target lists that key, not active, beside the active one
    And once the gate is opened the new key is the channel's only one, active

  @MAC-11 @clock @serial @macsec
  Scenario: The old key is deleted once the new one is active
    Given the target's channel has an active key, and no rotation bakes there
    And the partner holds the target's DeleteMacSecKey at a gate
    When the operator orders a rotation of the target's channel
    Then the target's CreateMacSecKey for the target's channel arrives
    And the target's DeleteMacSecKey for the old key arrives after the partner has accepted the new one
    And by then the new key is active at the target
    And once the gate is opened the new key is the channel's only one, active

  @MAC-18 @clock @serial @macsec
  Scenario: A rotation that the partner requests is made by the manager
    Given the target's channel has an active key, and no rotation bakes there
    And the partner holds the target's CreateMacSecKey at a gate
    When the partner requests a rotation of the target's channel
    Then the answer is 200
    And the target's CreateMacSecKey for the target's channel arrives
    And by then the target lists that key, not active, beside the active one
    And once the gate is opened the new key is the channel's only one, active

  @MAC-18 @clock @serial @macsec
  Scenario Outline: <when> after a rotation, a request for <channel> is refused
    Given the target's channel has an active key, and no rotation bakes there
    And the target's second channel has an active key, and no rotation bakes there
    And the target has rotated the target's channel
    When the clock is <when> after the target's rotation began
    And the partner requests a rotation of <channel>
    Then it was asked before the two hours were over
    And the request is refused
    And no key of <channel> arrives at the partner

    Examples:
      | when          | channel                     |
      | 1 s           | the target's channel        |
      | 1 h 59 m 59 s | the target's channel        |
      | 1 h 59 m 59 s | the target's second channel |

  @MAC-18 @clock @serial @macsec
  Scenario: While a channel is in rotation, a request for another one is refused
    Given the target's channel has an active key, and no rotation bakes there
    And the target's second channel has an active key, and no rotation bakes there
    And the partner holds the target's CreateMacSecKey at a gate
    And the operator orders a rotation of the target's channel
    And the target's CreateMacSecKey for the target's channel arrives
    When the partner requests a rotation of the target's second channel
    Then the request is refused
    And no key of the target's second channel arrives at the partner

  @MAC-18 @clock @serial @macsec
  Scenario: A request for a channel that the partner manages itself is refused
    Given no rotation bakes on the interconnect of the channels that the target manages
    When the partner requests a rotation of a channel that it manages itself
    Then the request is refused
    And no key of the partner's channel arrives at the partner

  @MAC-18
  Scenario: A request for a channel that never was finds nothing
    When the partner requests a rotation of a channel that never was
    Then the answer is 404

  @MAC-18 @clock @serial @macsec
  Scenario Outline: <when> after a rotation, the manager makes no other of <channel> either
    Given the target's channel has an active key, and no rotation bakes there
    And the target's second channel has an active key, and no rotation bakes there
    And the target has rotated the target's channel
    When the clock is <when> after the target's rotation began
    And the operator orders a rotation of <channel>, whatever the answer
    Then it was asked before the two hours were over
    And no key of <channel> arrives at the partner

    Examples:
      | when          | channel                     |
      | 1 s           | the target's channel        |
      | 1 h 59 m 59 s | the target's second channel |

  @MAC-17 @clock @serial @macsec
  Scenario: After a key that never came into use a further one is brought, and not the old one
    Given the target's channel has an active key, and no rotation bakes there
    And the partner declines the target's next key with 409
    When the operator orders a rotation of the target's channel
    And the target's CreateMacSecKey for the target's channel arrives
    And the operator orders another rotation of the target's channel until a key is brought again
    Then it is not the old one, and it becomes the channel's only one, active
