Feature: Static resources
  What the two providers agreed on beforehand can be read and holds together.

  @PRV-01
  Scenario Outline: <provider> has a name and a name to display
    When the partner reads <provider>
    Then the answer is 200
    And the answer is a provider with its name and a name to display

    Examples:
      | provider              |
      | its own provider      |
      | the target's provider |

  @PRV-02
  Scenario: The partner reads its own provider resource and the target's
    When the partner reads its own provider
    Then the answer is 200
    And the partner can read the target's provider, too

  @ENV-01
  Scenario: Every agreed environment is readable and listed
    When the partner reads every agreed environment
    Then every request is answered 200
    And the environments include every agreed one once

  @ENV-02
  Scenario: An environment has a site of each of the two providers at most
    When the partner reads every agreed environment
    Then every environment has at most 2 sites, of the partner and of the target

  @ENV-03
  Scenario: Every interconnect supports what its environment supports
    When the partner reads every agreed environment
    Then every interconnect supports the sizes and features of its environment

  @ENV-04 @stranger
  Scenario: The partner's environment ids are not used for another provider
    When the partner and the stranger list their environments
    Then no id is in both lists

  @IXC-03
  Scenario: An active interconnect has four channels or more, of one capacity
    When the partner reads the channels of every interconnect
    Then every active interconnect has 4 channels at least, of one capacity

  @IXC-04
  Scenario: The channels of an interconnect do not sit on one device
    When the partner reads the channels of every interconnect
    Then every channel tells its device, and no interconnect sits on one

  @IXC-05
  Scenario: Interconnects sit on the same devices or share none
    When the partner reads the channels of every interconnect
    Then any two interconnects have the same devices or share none

  @CHN-01
  Scenario: Every channel names its managers as agreed
    When the partner reads the channels of every interconnect
    Then every channel names the partner or the target as manager of its keys and of its cross connects
    And the managers are those of the agreed testbed

  @CHN-02
  Scenario: Key duty is split in halves, unless agreed otherwise
    When the partner reads the channels of every interconnect
    Then key duty is split in halves on every agreed interconnect without another agreement
