Feature: Encryption
  Frames are captured below MACsec, where somebody on the wire would see them.

  @MAC-16 @MAC-19
  Scenario: A key is rotated under traffic: no packet is lost, and nothing is seen in the clear
    Given a connection of customer red
    And the frames of the first channel are captured on the wire
    And traffic between the customer's hosts
    When an operator has the key of the first channel rotated
    Then both ends of the first channel use one and the same new key
    And at least 20000 packets were sent each way and none was lost
    And every captured frame was encrypted, some under the old key and some under the new one

  @MAC-19
  Scenario: A key that is used before the other end knows it loses packets
    Given a connection of customer red
    And traffic between the customer's hosts
    When one end of the first channel sends under a key that the other end does not know
    Then at least 2000 packets were sent each way and some were lost

  @MAC-16
  Scenario: With different keys at its ends nothing crosses a channel, and the others carry on
    Given a connection of customer red
    And the frames of the first channel are captured on the wire
    And traffic between the customer's hosts
    When the ends of the first channel have different keys
    Then no traffic leaves by the first channel
    And 2000 further packets cross without a loss
    And every captured frame was encrypted

  @MAC-16
  Scenario: A capture above MACsec does show frames in the clear
    Given a connection of customer red
    And the frames of the first channel are captured above MACsec
    When 1000 packets of many flows are sent each way
    Then frames of the customer were captured in the clear
