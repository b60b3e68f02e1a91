Feature: Bursts of requests
  Bursts that a seed draws, released together. Whatever overlaps, the answers have to be those of some order in which
  the requests come one at a time. The exact counts of single races stand with their operations.

  @CON-13 @race
  Scenario: The last room is granted once, however often it is asked for at one time
    When 6 bursts of 12 requests of a race of connections for the last room meet
    Then some order of the requests explains every answer

  @DEL-07 @race
  Scenario: A delete amid updates is never lost
    When 4 bursts of 16 requests of a race of deletes amid updates meet
    Then some order of the requests explains every answer

  @UPD-04 @race
  Scenario: A read after an update shows it
    When 4 bursts of 16 requests of a race of reads after updates meet
    Then some order of the requests explains every answer

  @CON-13 @CON-14 @race
  Scenario: Creations and deletes in bursts come out as if made one after the other
    When 3 bursts of 12 requests of a race of connections meet
    Then some order of the requests explains every answer

  @UPD-04 @DEL-07 @race
  Scenario: Updates and deletes in bursts come out as if made one after the other
    When 3 bursts of 12 requests of a race of updates meet
    Then some order of the requests explains every answer

  @MIG-01 @MIG-05 @race
  Scenario: Migrations and deletes in bursts come out as if made one after the other
    When 3 bursts of 10 requests of a race of migrations meet
    Then some order of the requests explains every answer

  @FEA-09 @DEL-07 @race
  Scenario: Proposals and deletes in bursts come out as if made one after the other
    When 3 bursts of 12 requests of a race of features meet
    Then some order of the requests explains every answer

  @MAC-14 @race @clock @serial @macsec
  Scenario: New keys and deletes of keys in bursts come out as if made one after the other
    When 2 bursts of 10 requests of a race of MACsec keys meet
    Then some order of the requests explains every answer

  @KEY-11 @race
  Scenario: Confirmations and uses of keys in bursts come out as if made one after the other
    When 3 bursts of 10 requests of a race of activation keys meet
    Then some order of the requests explains every answer
