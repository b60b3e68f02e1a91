Feature: CreateFeature
  The partner proposes a configuration for one channel; the target takes all of it or nothing.

  @FEA-01
  Scenario: An accepted feature is answered as proposed
    Given a connection on interconnect A
    When the partner proposes a feature
    Then the answer is 200
    And the answer is the feature as proposed, PENDING

  @FEA-01
  Scenario: An accepted feature is readable and listed
    Given a connection on interconnect A
    And the partner proposes a feature
    When the partner reads the feature
    Then the answer is 200
    And the answer is the feature as proposed
    And the features of the connection include it once

  @FEA-01
  Scenario: A feature without IPv6 is accepted
    Given a connection on interconnect A
    When the partner proposes a feature without IPv6
    Then the answer is 200
    And the answer is the feature as proposed, PENDING

  @FEA-01 @COM-11
  Scenario: Every channel takes a feature, however channels are named and numbered
    Given a connection on interconnect B
    When the partner proposes the preferred values and a free VLAN on every channel
    Then every request is answered 200
    And the features of the connection are one for every channel of interconnect B

  @FEA-02
  Scenario Outline: A proposal with <deviation> is refused whole
    Given a connection on interconnect A
    And the state of the environment is noted
    When the partner proposes a feature with <deviation>
    Then the request is refused
    And the state of the environment is as noted
    And the feature is accepted as it should have been

    Examples:
      | deviation                                  |
      | the target's ASN outside the guidance      |
      | a VLAN outside the guidance                |
      | an MTU one above the guidance              |
      | an MTU one below the guidance              |
      | an IPv4 subnet outside the guidance        |
      | an IPv4 subnet one address outside the guidance |
      | an excluded IPv4 subnet                    |
      | an IPv4 prefix one bit shorter than allowed |
      | an IPv4 prefix one bit longer than allowed |
      | an IPv6 subnet outside the guidance        |
      | an excluded IPv6 subnet                    |
      | an IPv6 prefix length that is not allowed  |

  @FEA-02
  Scenario: The partner's ASN outside the guidance is answered either way
    Given a connection on interconnect A
    When the partner proposes a feature with the partner's ASN outside the guidance
    Then the answer shows whom the ASN ranges bind

  @FEA-02 @GUI-04
  Scenario Outline: A proposal with <edge> is accepted
    Given a connection on interconnect A
    When the partner proposes a feature with <edge>
    Then the answer is 200

    Examples:
      | edge                                     |
      | the lowest MTU of the guidance           |
      | the highest MTU of the guidance          |
      | the lowest VLAN of the guidance          |
      | the highest VLAN of the guidance         |
      | the first IPv4 subnet of the guidance    |
      | the last IPv4 subnet of the guidance     |

  @FEA-03
  Scenario Outline: VLAN <vlan> is refused
    Given a connection on interconnect A
    And the state of the environment is noted
    When the partner proposes a feature with VLAN <vlan>
    Then the request is refused
    And the state of the environment is as noted
    And the feature is accepted as it should have been

    Examples:
      | vlan |
      | -1   |
      | 0    |
      | 1    |
      | 1024 |
      | 4095 |
      | 4096 |

  @FEA-03
  Scenario Outline: VLAN <vlan> is accepted where the guidance has it
    Given a connection on interconnect A
    And the guidance allows VLAN <vlan>
    When the partner proposes a feature with VLAN <vlan>
    Then the answer is 200

    Examples:
      | vlan |
      | 1025 |
      | 4094 |

  @FEA-04
  Scenario Outline: A proposal with <defect> is refused
    Given a connection on interconnect A
    And the state of the environment is noted
    When the partner proposes a feature with <defect>
    Then the request is refused
    And the state of the environment is as noted
    And the feature is accepted as it should have been

    Examples:
      | defect                                         |
      | host bits in its IPv4 subnet                   |
      | host bits in its IPv6 subnet                   |
      | the partner's IPv4 host outside its subnet     |
      | the target's IPv4 host outside its subnet      |
      | the partner's IPv4 host one address below its subnet |
      | the partner's IPv4 host one address above its subnet |
      | the partner's IPv6 host outside its subnet     |
      | one IPv4 host for both providers               |
      | one IPv6 host for both providers               |
      | one IPv6 host in two spellings                 |

  @FEA-05 @COM-05
  Scenario Outline: A proposal without <field> is refused
    Given a connection on interconnect A
    And the state of the environment is noted
    When the partner proposes a feature without <field>
    Then the request is refused
    And the state of the environment is as noted
    And the feature is accepted as it should have been

    Examples:
      | field                                  |
      | channel                                |
      | featureConfig                          |
      | l3BaseConfig                           |
      | ipv4Subnet                             |
      | a prefix length for ipv4Subnet         |
      | mtuBytes                               |
      | vlanId                                 |
      | providerBgpConfigs                     |
      | the partner's BGP configuration        |
      | the target's BGP configuration         |
      | an ASN of the partner                  |
      | an ASN of the target                   |
      | an IPv4 host of the partner            |
      | an IPv4 host of the target             |

  @FEA-06
  Scenario Outline: A proposal for <channel> is refused
    Given a connection on interconnect A
    And the state of the environment is noted
    When the partner proposes a feature for <channel>
    Then the request is refused
    And the state of the environment is as noted
    And the feature is accepted as it should have been

    Examples:
      | channel                            |
      | a channel that does not exist      |
      | a channel of interconnect B        |
      | a channel name that is none        |

  @FEA-07
  Scenario Outline: <what> on the same channel is a conflict
    Given a connection on interconnect A
    And the partner proposes a feature
    And another connection on interconnect A
    And the state of the environment is noted
    When the partner proposes a feature of the other connection on the same channel with <what>
    Then the request is refused with 409
    And the state of the environment is as noted

    Examples:
      | what                            |
      | the VLAN of the first           |
      | the IPv4 subnet of the first    |
      | the IPv6 subnet of the first    |
      | an IPv4 subnet around the first |

  @FEA-07
  Scenario: The VLAN of one channel is free on another
    Given a connection on interconnect A
    And the partner proposes a feature
    And another connection on interconnect A
    When the partner proposes a feature of the other connection on another channel with the VLAN of the first
    Then the answer is 200

  @FEA-08
  Scenario: A second feature of a connection on a channel is a conflict
    Given a connection on interconnect A
    And the partner proposes a feature
    And the state of the environment is noted
    When the partner proposes a further feature on the same channel
    Then the request is refused with 409
    And the state of the environment is as noted

  @FEA-08
  Scenario: A feature id in use is a conflict
    Given a connection on interconnect A
    And the partner proposes a feature
    And the state of the environment is noted
    When the partner proposes a further feature on another channel with the same id
    Then the request is refused with 409
    And the state of the environment is as noted

  @FEA-09 @race
  Scenario: Of proposals at one time for one VLAN, one is accepted
    Given 8 connections on interconnect A
    When the partner proposes one VLAN on one channel for all connections at one time
    Then 1 of the requests is answered 200
    And the other requests are refused with 409
    And some order of the requests explains every answer
    And exactly one of the connections has a feature on that channel

  @FEA-09 @race
  Scenario: Of proposals at one time for one subnet, one is accepted
    Given 8 connections on interconnect A
    When the partner proposes one IPv4 subnet on one channel for all connections at one time
    Then 1 of the requests is answered 200
    And the other requests are refused with 409
    And some order of the requests explains every answer
    And exactly one of the connections has a feature on that channel

  @FEA-10
  Scenario Outline: What a proposal refused for <reason> asked for stays free
    Given a connection on interconnect A
    And the partner proposes a feature
    And another connection on interconnect A
    And a proposal of the other connection was refused for <reason>
    When the partner proposes a feature of the other connection with what the refused one asked for
    Then the answer is 200

    Examples:
      | reason                |
      | its VLAN              |
      | its IPv4 subnet       |
      | a missing field       |
      | its MTU               |
