Feature: GenerateFeatureGuidance
  The target says, channel by channel, what it would accept.

  @GUI-01
  Scenario: Every channel of the interconnect is guided once
    Given a connection on interconnect A
    When the partner asks for guidance
    Then the answer is 200
    And there is one L3 guidance for every channel of interconnect A, with the channel's admin state

  @GUI-01 @COM-11
  Scenario: Every channel is guided, however channels are named and numbered
    Given a connection on interconnect B
    When the partner asks for guidance
    Then the answer is 200
    And there is one L3 guidance for every channel of interconnect B, with the channel's admin state

  @GUI-02
  Scenario: Ranges run upwards, do not overlap and stay within bounds
    Given a connection on interconnect A
    When the partner asks for guidance
    Then every guided range runs upwards and overlaps no other
    And every guided VLAN lies within 1025 and 4094

  @GUI-03
  Scenario: Subnets are well formed and preferred ones can be had
    Given a connection on interconnect A
    When the partner asks for guidance
    Then every guided subnet is well formed and disjoint from the others
    And every preferred subnet lies inside its subnet, clear of exclusions, at an allowed prefix length

  @GUI-04
  Scenario: A proposal of the preferred values is accepted on every channel
    Given a connection on interconnect A
    When the partner proposes the preferred values and a free VLAN on every channel
    Then every request is answered 200

  @GUI-04
  Scenario: The preferred values of a second connection are accepted beside the first
    Given a connection on interconnect A
    And a feature of the connection on every channel
    And another connection on interconnect A
    When the partner proposes the preferred values and a free VLAN on every channel for the other connection
    Then every request is answered 200
