const WORDS = `
password passw0rd p@ssword p@ssw0rd pa55word pa$$word password1 password12 password123 password1234 password!
password1! passw0rd1 passw0rd! mypassword yourpassword newpassword letmein1 letmein! letmein123
welcome1 welcome12 welcome123 welcome! changeme changeme1 changeme123 default1 administrator admin123 admin1234
admin12345 adminadmin rootroot root1234 test1234 testtest test12345 testing123 user1234 guest123 qwerty12
qwerty123 qwerty1234 qwertyui qwertyuiop qwertz123 qwertzui qwertzuiop azertyui azertyuiop asdfghjk asdfghjkl
asdfasdf zxcvbnm1 zxcvbnm, 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1zaq1 qazwsxedc
qweasdzxc 12345678 123456789 1234567890 12345678910 87654321 987654321 0987654321 01234567 012345678 0123456789
11223344 112233445566 12341234 12344321 123123123 123321123 121212121 12121212 13131313 10203040 102030405060
147258369 159753456 741852963 789456123 963852741 31415926 314159265 abcd1234 abcd12345 abc12345 abcdefgh
abcdefg1 abc123456 a1b2c3d4 aa123456 a12345678 a123456789 1234qwer qwer1234 iloveyou iloveyou1 iloveyou2 iloveu123
sunshine sunshine1 princess princess1 football football1 baseball baseball1 basketball superman superman1 batman123
spiderman starwars starwars1 pokemon1 pokemon123 naruto123 minecraft fortnite liverpool liverpool1 chelsea1
arsenal123 barcelona realmadrid manchester juventus dragon123 monkey123 shadow123 master123 hunter123 killer123
jordan23 jordan123 michael1 michelle jennifer jessica1 ashley123 charlie1 danielle samantha elizabeth alexander
christian jonathan victoria nicholas computer computer1 internet internet1 whatever whatever1 trustno1 trustno1!
corvette mercedes maverick mustang1 midnight december november september butterfly chocolate cookie123 blink182
metallica nirvana1 greenday slipknot hello123 hello1234 helloworld hellohello summer2023 summer2024 summer2025
summer2026 winter2023 winter2024 winter2025 winter2026 spring2024 spring2025 spring2026 autumn2024 autumn2025
student1 student123 teacher1 teacher123 school123 college1 homework passwort passwort1 passwort123 hallo123
schatz123 motdepasse motdepasse1 bonjour123 azerty123 contraseña contrasena password2 password3 password99
correcthorsebatterystaple recallandreview recall-and-review
`

/**
 * Passwords of eight characters and more that are tried first, in lower case. A short list: with a slow hash and
 * counted failures, a guesser gets through a few hundred, not through a dictionary.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  WORDS.split(/\s+/).concat('my password', 'recall and review'),
)
