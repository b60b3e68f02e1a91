Feature: Names and shapes
  Every resource says its own path, in the published words.

  @COM-01
  Scenario Outline: <resource> is named by its path
    Given a connection on interconnect A
    And a feature of the connection on every channel
    When the partner reads <resource>
    Then the answer is 200
    And the name in the answer is the path that was read

    Examples:
      | resource                    |
      | its own provider            |
      | the target's provider       |
      | the environment             |
      | an interconnect             |
      | a channel                   |
      | the connection              |
      | a feature of the connection |

  @COM-01
  Scenario Outline: Everything in the list of <collection> is named by its path
    Given a connection on interconnect A
    And a feature of the connection on every channel
    When the partner lists <collection>
    Then the answer is 200
    And every listed name is a path below the list's that can be read

    Examples:
      | collection    |
      | environments  |
      | interconnects |
      | channels      |
      | connections   |
      | features      |

  @COM-09
  Scenario Outline: <resource> has the published fields, types and words
    Given a connection on interconnect A
    And a feature of the connection on every channel
    When the partner reads <resource>
    Then the answer is 200
    And the answer has the fields, types and words of the published schema

    Examples:
      | resource                    |
      | its own provider            |
      | the environment             |
      | an interconnect             |
      | a channel                   |
      | the connection              |
      | a feature of the connection |

  @COM-09
  Scenario Outline: The list of <collection> has the published fields, types and words
    Given a connection on interconnect A
    And a feature of the connection on every channel
    When the partner lists <collection>
    Then the answer is 200
    And something is listed
    And the answer has the fields, types and words of the published schema

    Examples:
      | collection    |
      | providers     |
      | environments  |
      | interconnects |
      | channels      |
      | connections   |
      | features      |

  @COM-09
  Scenario Outline: The list of <collection>, which may be empty, has the published fields, types and words
    When the partner lists <collection>
    Then the answer is 200
    And the answer has the fields, types and words of the published schema

    Examples:
      | collection         |
      | MACsec keys        |
      | maintenance events |
      | issues             |

  @COM-09
  Scenario: Guidance has the published fields, types and words
    Given a connection on interconnect A
    When the partner asks for guidance
    Then the answer has the fields, types and words of the published schema
