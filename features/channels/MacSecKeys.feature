Feature: CreateMacSecKey and DeleteMacSecKey
  The manager of a channel gives the other side new keys: one channel of an interconnect at a time, two
  hours apart. "The key interconnect" is one whose keys the partner manages. Where the two hours are counted
  from is left to the target: what is refused before them is refused by the earliest reading, the acceptance of
  the key; what is accepted after them is accepted by the latest, the delete of the old one.

  @MAC-01 @clock @serial @macsec
  Scenario: An accepted key starts when it was accepted
    Given the key interconnect is baked
    When the partner creates a key on the first channel
    Then the answer is 200
    And the startTime of the key is the target's time of the request
    And the CKN in the answer, if any, is the one that was sent

  @MAC-01 @COM-01 @clock @serial @macsec
  Scenario: An accepted key is read and listed as it was answered
    Given the key interconnect is baked
    When the partner creates a key on the first channel
    Then the answer is 200
    And the key is read and listed with its name and the same startTime

  @MAC-01 @COM-04 @clock @serial @macsec
  Scenario: A start time and an active flag that the request brings are ignored
    Given the key interconnect is baked
    When the partner creates a key on the first channel that claims to be active since last year
    Then the answer is 200
    And the startTime of the key is the target's time of the request

  @MAC-02 @clock @serial @macsec
  Scenario: A key for a channel that the target manages is a conflict
    Given a channel that the target manages, on an interconnect that is baked
    When the partner creates a key on that channel
    Then the request is refused with 409
    And the channel has the keys that it had

  @MAC-03 @clock @serial @macsec
  Scenario: While a channel is in rotation, another channel takes no key
    Given the first channel has an active key
    And the second channel has an active key
    And the key interconnect is baked
    And the first channel is in rotation
    When the partner creates a key on the second channel
    Then the request is refused with 409
    And the channel has the keys that it had

  @MAC-04 @clock @serial @macsec
  Scenario Outline: <when> after a rotation, a key on <channel> is <outcome>
    Given the first channel has an active key
    And the second channel has an active key
    And the key interconnect is baked
    And the first channel has been rotated
    When the clock is <when> after the rotation
    And the partner creates a key on <channel>
    Then the key is <outcome>

    Examples:
      | when             | channel            | outcome          |
      | 1 s              | the second channel | refused with 409 |
      | 1 s              | the first channel  | refused with 409 |
      | 1 h 59 m 59 s    | the second channel | refused with 409 |
      | 1 h 59 m 59 s    | the first channel  | refused with 409 |
      | 2 h              | the second channel | accepted         |
      | 2 h              | the first channel  | accepted         |

  @MAC-04 @clock @serial @macsec
  Scenario: The two hours are counted from the latest rotation
    Given the first channel has an active key
    And the second channel has an active key
    And the key interconnect is baked
    And the first channel has been rotated
    And the key interconnect is baked
    And the second channel has been rotated
    When the clock is 1 s after the rotation
    And the partner creates a key on the first channel
    Then the key is refused with 409

  @MAC-05 @clock @serial @macsec
  Scenario: A channel holds no third key
    Given the first channel has an active key, on an interconnect with a channel that has none
    And the key interconnect is baked
    And the first channel has been rotated, its old key kept
    And the key interconnect is baked
    When the partner creates a key on the first channel
    Then the request is refused with 409
    And the channel has 2 keys

  @MAC-05 @clock @serial @macsec
  Scenario: An interconnect of N channels holds no more than N+1 keys
    Given every channel of the key interconnect has an active key
    And the key interconnect is baked
    And the first channel has been rotated, its old key kept
    And the key interconnect is baked
    When the partner creates a key on the second channel
    Then the request is refused with 409
    And the channel has 1 key

  @MAC-06 @clock @serial @macsec
  Scenario: A key that turns active turns the other inactive
    Given the first channel has an active key
    And the key interconnect is baked
    When the first channel has been rotated, its old key kept
    Then the new key is the channel's only active one

  @MAC-07 @clock @serial @macsec
  Scenario: An active key is not deleted
    Given the first channel has an active key
    When the partner deletes the active key
    Then the request is refused
    And the key is still there and active

  @MAC-08 @clock @serial @macsec
  Scenario: A key of a channel that the target manages is not deleted
    Given the target rotates a channel that it manages
    When the partner deletes a key of that channel
    Then the request is refused
    And that key is still there

  @MAC-09 @clock @serial @macsec
  Scenario: An inactive key is deleted
    Given the first channel has an active key
    And the key interconnect is baked
    And the first channel has been rotated, its old key kept
    When the partner deletes the old key
    Then the answer is 200
    And the old key is gone and the new one is still active

  @MAC-12 @clock @serial @macsec
  Scenario: First keys go to all channels at a time
    Given a key interconnect whose channels have no keys
    When the partner creates a key on every channel at one time
    Then every request is answered 200
    And every channel of the key interconnect gets an active key

  @MAC-12 @clock @serial @macsec
  Scenario Outline: <when> after a channel's first key, its next one is <outcome>
    Given 1 channel of a key interconnect without keys
    And the first channel has been given its first key
    When the clock is <when> after the first key
    And the partner creates a key on the first channel
    Then the key is <outcome>

    Examples:
      | when          | outcome          |
      | 1 h 59 m 59 s | refused with 409 |
      | 2 h           | accepted         |

  @MAC-12 @clock @serial @macsec
  Scenario: A first key does not hold back another channel's first key
    Given 2 channels of a key interconnect without keys
    And the first channel has been given its first key
    When the partner creates a key on the second channel
    Then the answer is 200

  @MAC-12 @clock @serial @macsec
  Scenario: A first key does not hold back another channel's rotation
    Given 2 channels of a key interconnect without keys
    And the first channel has been given its first key
    And the key interconnect is baked
    And the second channel has been given its first key
    When the partner creates a key on the first channel
    Then the answer is 200

  @MAC-13 @clock @serial @macsec
  Scenario: A key is not active at once, but once the router has it
    Given the key interconnect is baked
    When the partner creates a key on the first channel
    Then the key is not active in the answer
    And the key becomes active

  @MAC-14 @race @clock @serial @macsec
  Scenario: Of keys at one time for several channels, one is accepted
    Given every channel of the key interconnect has an active key
    And the key interconnect is baked
    When the partner creates a key on every channel at one time
    Then 1 of the requests is answered 200
    And the other requests are refused with 409
    And some order of the requests explains every answer

  @MAC-15 @clock @serial @macsec
  Scenario Outline: A key with <defect> is refused
    Given the key interconnect is baked
    When the partner creates a key on the first channel with <defect>
    Then the request is refused
    And the channel has the keys that it had

    Examples:
      | defect                   |
      | a CAK of 15 octets       |
      | a CAK of 17 octets       |
      | a CAK of 31 octets       |
      | a CAK of 33 octets       |
      | a CAK that is not hex       |
      | a CAK with a digit too many |
      | an empty CAK             |
      | no CAK                   |
      | an empty CKN             |
      | a CKN of 33 octets       |
      | a CKN that is not hex       |
      | a CKN with a digit too many |
      | no CKN                   |

  @MAC-15 @clock @serial @macsec
  Scenario Outline: A key with <form> is accepted
    Given the key interconnect is baked
    When the partner creates a key on the first channel with <form>
    Then the answer is 200

    Examples:
      | form               |
      | a CAK of 16 octets |
      | a CAK of 32 octets |
      | a CKN of 1 octet   |
      | a CKN of 32 octets |
