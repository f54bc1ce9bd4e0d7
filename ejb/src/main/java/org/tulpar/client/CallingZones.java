package org.tulpar.client;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The clock of a phone's country, where the whole country has one: a number of Russia or of the
 * United States says nothing about the hour.
 */
public final class CallingZones {

  private static final int LONGEST = 3;

  /** Calling codes that lead to one zone; of +7 the numbers of Kazakhstan only, one zone by law. */
  private static final Map<String, ZoneId> ZONES =
      """
      20 Africa/Cairo
      27 Africa/Johannesburg
      30 Europe/Athens
      31 Europe/Amsterdam
      32 Europe/Brussels
      33 Europe/Paris
      36 Europe/Budapest
      39 Europe/Rome
      40 Europe/Bucharest
      41 Europe/Zurich
      43 Europe/Vienna
      44 Europe/London
      45 Europe/Copenhagen
      46 Europe/Stockholm
      47 Europe/Oslo
      48 Europe/Warsaw
      49 Europe/Berlin
      60 Asia/Kuala_Lumpur
      63 Asia/Manila
      65 Asia/Singapore
      66 Asia/Bangkok
      76 Asia/Almaty
      77 Asia/Almaty
      81 Asia/Tokyo
      82 Asia/Seoul
      84 Asia/Ho_Chi_Minh
      86 Asia/Shanghai
      90 Europe/Istanbul
      91 Asia/Kolkata
      92 Asia/Karachi
      93 Asia/Kabul
      94 Asia/Colombo
      98 Asia/Tehran
      212 Africa/Casablanca
      234 Africa/Lagos
      254 Africa/Nairobi
      353 Europe/Dublin
      358 Europe/Helsinki
      359 Europe/Sofia
      370 Europe/Vilnius
      371 Europe/Riga
      372 Europe/Tallinn
      373 Europe/Chisinau
      374 Asia/Yerevan
      375 Europe/Minsk
      381 Europe/Belgrade
      385 Europe/Zagreb
      386 Europe/Ljubljana
      420 Europe/Prague
      421 Europe/Bratislava
      852 Asia/Hong_Kong
      880 Asia/Dhaka
      886 Asia/Taipei
      961 Asia/Beirut
      962 Asia/Amman
      965 Asia/Kuwait
      966 Asia/Riyadh
      968 Asia/Muscat
      971 Asia/Dubai
      972 Asia/Jerusalem
      973 Asia/Bahrain
      974 Asia/Qatar
      977 Asia/Kathmandu
      992 Asia/Dushanbe
      993 Asia/Ashgabat
      994 Asia/Baku
      995 Asia/Tbilisi
      996 Asia/Bishkek
      998 Asia/Tashkent
      """
          .lines()
          .map(line -> line.split(" "))
          .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> ZoneId.of(line[1])));

  private CallingZones() {}

  /**
   * @param phone international digits without plus, or null
   */
  public static Optional<ZoneId> of(String phone) {
    return phone == null
        ? Optional.empty()
        : IntStream.rangeClosed(1, Math.min(LONGEST, phone.length()))
            .mapToObj(length -> ZONES.get(phone.substring(0, length)))
            .filter(zone -> zone != null)
            .findFirst();
  }
}
