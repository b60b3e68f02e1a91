Feature: GenerateFeatureGuidance and CreateFeature by the target
  The target proposes a feature for every channel, inside the channel's guidance, and goes on with all but one of them.

  @FEA-11
  Scenario: Each channel is proposed for once, inside its own guidance
    Given the partner has issued a key for the smallest size
    And the partner guides each channel to values of its own
    When the customer brings the key
    Then the target and the partner agree on a feature for every channel
    And there was one proposal for every channel
    And the target had asked for guidance before each proposal
    And each proposal lies inside the guidance of its channel

  @FEA-11 @COM-11
  Scenario Outline: Channels are proposed for by the names that guidance gives them, on <interconnect>
    Given the partner has issued a key for the smallest size
    And the partner guides as the target does
    And the partner takes connections on <interconnect> only
    When the customer brings the key
    Then the target and the partner agree on a feature for every channel
    And there was one proposal for every channel
    And each proposal lies inside the guidance of its channel

    Examples:
      | interconnect   |
      | interconnect A |
      | interconnect B |

  @FEA-12
  Scenario Outline: After <count> conflicts on a channel it begins again, and the others are not disturbed
    Given the partner has issued a key for the smallest size
    And the partner guides as the target does
    And the partner refuses the first <count> proposals of one channel with 409
    When the customer brings the key
    Then the target and the partner agree on a feature for every channel
    And that channel began again with guidance each time, and with other parameters
    And the other channels had one proposal each, and kept it

    Examples:
      | count |
      | 1     |
      | 2     |

  @FEA-13
  Scenario Outline: Where the partner supports <mtus>, the highest common MTU is proposed
    Given the partner has issued a key for the smallest size
    And the partner supports <mtus>
    When the customer brings the key
    Then the target and the partner agree on a feature for every channel
    And each proposal has the highest MTU that both support

    Examples:
      | mtus                                            |
      | a lower highest MTU                             |
      | a higher highest MTU                            |
      | two ranges of MTUs, the higher one listed first |

  @FEA-14
  Scenario Outline: All but one of the features of <interconnect> are enough
    Given the partner has issued a key for the smallest size
    And the partner guides as the target does
    And the partner takes connections on <interconnect> only
    And the partner refuses every proposal of 1 channel with 409
    When the customer brings the key
    Then the target and the partner agree on the other channels
    And the target provisions the features and notifies
    And once the partner's side is ready too and notifies, the connection becomes VERIFIED

    Examples:
      | interconnect   |
      | interconnect A |
      | interconnect B |

  @FEA-14
  Scenario Outline: All but two of the features of <interconnect> are not enough yet
    Given the partner has issued a key for the smallest size
    And the partner guides as the target does
    And the partner takes connections on <interconnect> only
    And the partner holds the proposals of 2 channels at a gate
    When the customer brings the key
    Then the target and the partner agree on the other channels
    And the target provisions nothing and notifies of nothing
    And once the gate of the proposals is opened they agree on all channels
    And the target provisions the features and notifies

    Examples:
      | interconnect   |
      | interconnect A |
      | interconnect B |

  @FEA-15
  Scenario Outline: A negotiation on <interconnect> that lacks two features is rolled back on both sides
    Given the partner has issued a key for the smallest size
    And the state of the environment is noted
    And the partner guides as the target does
    And the partner takes connections on <interconnect> only
    And the partner refuses every proposal of 2 channels with 409
    When the customer brings the key
    Then the target's CreateConnection arrives
    And the customer is told that the connection could not be made
    And the connection stands at neither provider
    And the target has notified of nothing
    And the state of the environment is as noted
    And <interconnect> has room for exactly what its connections leave

    Examples:
      | interconnect   |
      | interconnect A |
      | interconnect B |
