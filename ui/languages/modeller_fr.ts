<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr">
<context>
    <name>Analysis</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Copy or save…</source>
        <translation>Copier ou enregistrer…</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Copier la réponse</translation>
    </message>
    <message>
        <source>First answer, from {few} of {draws} futures</source>
        <translation>Première réponse, d’après {few} futurs sur {draws}</translation>
    </message>
    <message>
        <source>How do a committee’s scenarios differ?</source>
        <translation>En quoi les scénarios d’une commission diffèrent-ils&#xa0;?</translation>
    </message>
    <message>
        <source>How much would it take?</source>
        <translation>Que faudrait-il&#x202f;?</translation>
    </message>
    <message>
        <source>Learning one belief after the other</source>
        <translation>Une hypothèse après l’autre est tenue pour connue</translation>
    </message>
    <message>
        <source>Making the changes in every order</source>
        <translation>Application des changements dans tous les ordres</translation>
    </message>
    <message>
        <source>Moving each belief and circumstance until the target switches</source>
        <translation>Déplacement de chaque hypothèse et circonstance jusqu’à la bascule de l’objectif</translation>
    </message>
    <message>
        <source>Moving each belief over its evidence</source>
        <translation>Déplacement de chaque hypothèse sur ses données</translation>
    </message>
    <message>
        <source>Moving the lever until the target is met</source>
        <translation>Le levier se déplace jusqu’à ce que la cible soit atteinte</translation>
    </message>
    <message>
        <source>Nothing was worked out.</source>
        <translation>Rien n’a été calculé.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Avancement</translation>
    </message>
    <message>
        <source>Projecting every setting of the two levers</source>
        <translation>Projection de chaque réglage des deux leviers</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Affiner</translation>
    </message>
    <message>
        <source>Running the plan under many circumstances</source>
        <translation>Essai du plan dans de nombreuses circonstances</translation>
    </message>
    <message>
        <source>Setting the scenarios side by side</source>
        <translation>Mise côte à côte des scénarios</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Recommencer</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>The figures, for specialists</source>
        <translation>Les chiffres, pour spécialistes</translation>
    </message>
    <message>
        <source>What are we trading?</source>
        <translation>Qu’échangeons-nous&#x202f;?</translation>
    </message>
    <message>
        <source>What changed the number?</source>
        <translation>Qu’est-ce qui a changé le chiffre&#x202f;?</translation>
    </message>
    <message>
        <source>What should {force} publish first?</source>
        <translation>Que devrait publier {force} en premier&#x202f;?</translation>
    </message>
    <message>
        <source>What would have to be true?</source>
        <translation>Qu’est-ce qui devrait être vrai&#x202f;?</translation>
    </message>
    <message>
        <source>Where does the plan fail?</source>
        <translation>Où le plan échoue-t-il&#x202f;?</translation>
    </message>
    <message>
        <source>Which assumption matters most?</source>
        <translation>Quelle hypothèse compte le plus&#x202f;?</translation>
    </message>
    <message>
        <source>Working it out</source>
        <translation>Calcul en cours</translation>
    </message>
    <message>
        <source>Would it have been right in the past?</source>
        <translation>Aurait-il vu juste par le passé&#x202f;?</translation>
    </message>
    <message>
        <source>model {version}</source>
        <translation>modèle {version}</translation>
    </message>
    <message>
        <source>{title}, picture</source>
        <translation>{title}, image</translation>
    </message>
    <message>
        <source>{title}, table</source>
        <translation>{title}, tableau</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>No LFR deployments</source>
        <translation>Aucun déploiement LFR</translation>
    </message>
    <message>
        <source>{arrests} in a year</source>
        <translation>{arrests} en un an</translation>
    </message>
    <message>
        <source>{arrests} in {weeks} weeks</source>
        <translation>{arrests} en {weeks} semaines</translation>
    </message>
    <message>
        <source>{count} LFR deployments a week</source>
        <translation>{count} déploiements LFR par semaine</translation>
    </message>
    <message>
        <source>**1 person wrongly flagged**</source>
        <translation>**1 personne signalée à tort**</translation>
    </message>
    <message>
        <source>**no arrests**</source>
        <translation>**aucune arrestation**</translation>
    </message>
    <message>
        <source>**no arrests** at them</source>
        <translation>**aucune arrestation** lors de ceux-ci</translation>
    </message>
    <message>
        <source>**no faces scanned**</source>
        <translation>**aucun visage scanné**</translation>
    </message>
    <message>
        <source>**nobody wrongly flagged**</source>
        <translation>**personne de signalé à tort**</translation>
    </message>
    <message>
        <source>**{count} faces scanned**</source>
        <translation>**{count} {faces} scannés**</translation>
    </message>
    <message>
        <source>**{count} people wrongly flagged**</source>
        <translation>**{count} personnes signalées à tort**</translation>
    </message>
    <message>
        <source>One LFR deployment a week</source>
        <translation>Un déploiement LFR par semaine</translation>
    </message>
    <message>
        <source>about **1 arrest**</source>
        <translation>environ **1 arrestation**</translation>
    </message>
    <message>
        <source>about **{count} arrests**</source>
        <translation>environ **{count} arrestations**</translation>
    </message>
    <message>
        <source>crews suffice for **the whole plan**</source>
        <translation>les équipes suffisent pour **tout le plan**</translation>
    </message>
    <message>
        <source>in **all futures** this makes up for the arrests of the officers lost</source>
        <translation>policiers perdus compensés dans **tous les futurs**</translation>
    </message>
    <message>
        <source>in **none of the futures** does this make up for the arrests of the officers lost</source>
        <translation>policiers perdus compensés dans **aucun futur**</translation>
    </message>
    <message>
        <source>in **{before} → {count} of 100 futures** this makes up for the arrests of the officers lost</source>
        <translation>policiers perdus compensés dans **{before} → {count} sur 100**</translation>
    </message>
    <message>
        <source>in **{count} of 100 futures** this makes up for the arrests of the officers lost</source>
        <translation>policiers perdus compensés dans **{count} sur 100**</translation>
    </message>
    <message>
        <source>the last change moves **none of these figures**</source>
        <translation>le dernier changement ne modifie **aucun de ces chiffres**</translation>
    </message>
    <message>
        <source>the whole plan delivered in **none of the futures**</source>
        <translation>plan entier réalisé dans **aucun futur**</translation>
    </message>
    <message>
        <source>the whole plan delivered in **{before} → {count} of 100 futures**</source>
        <translation>plan entier réalisé dans **{before} → {count} futurs sur 100**</translation>
    </message>
    <message>
        <source>the whole plan delivered in **{count} of 100 futures**</source>
        <translation>plan entier réalisé dans **{count} futurs sur 100**</translation>
    </message>
    <message>
        <source>{arrests} in a week</source>
        <translation>{arrests} en une semaine</translation>
    </message>
    <message>
        <source>{figure} ({count} in {year})</source>
        <translation>{figure} ({count} en {year})</translation>
    </message>
    <message>
        <source>{figure} ({count})</source>
        <translation>{figure} ({count})</translation>
    </message>
    <message>
        <source>{low} to {high} LFR deployments a week</source>
        <translation>{low} à {high} déploiements LFR par semaine</translation>
    </message>
    <message>
        <source>{plan}: {results}.</source>
        <translation>{plan}&#xa0;: {results}.</translation>
    </message>
    <message>
        <source>{year}: {count}</source>
        <translation>{year}&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>Backtest</name>
    <message>
        <source>CRPS</source>
        <translation>CRPS</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Cas</translation>
    </message>
    <message>
        <source>Coverage and skill</source>
        <translation>Couverture et performance</translation>
    </message>
    <message>
        <source>Each week</source>
        <translation>Chaque semaine</translation>
    </message>
    <message>
        <source>Furthest outside its band: {sentence}</source>
        <translation>Le plus loin hors de sa bande&#xa0;: {sentence}</translation>
    </message>
    <message>
        <source>How would the model have done?</source>
        <translation>Qu’aurait prévu le modèle&#x202f;?</translation>
    </message>
    <message>
        <source>Inside 50 %</source>
        <translation>Dans les 50&#x202f;%</translation>
    </message>
    <message>
        <source>Inside 80 %</source>
        <translation>Dans les 80&#x202f;%</translation>
    </message>
    <message>
        <source>No running total left its 80 % band.</source>
        <translation>Aucun total cumulé n’est sorti de sa bande à 80&#x202f;%.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Poisson</source>
        <translation>Poisson</translation>
    </message>
    <message>
        <source>Record {record} · {draws} futures · seed {seed} · model {version}</source>
        <translation>Relevé {record} · {draws} futurs · graine {seed} · modèle {version}</translation>
    </message>
    <message>
        <source>Each week was forecast at most a fortnight ahead, from what was known then and from how many deployments there would be and where. A perfect model has 8 in 10 weeks inside, and more where the counts are small.</source>
        <translation>Chaque semaine a été prévue au plus deux semaines avant, d’après ce qui était alors connu, le nombre et les lieux des déploiements étant donnés. Un modèle parfait en a 8 sur 10 dans la bande, davantage pour de petits nombres entiers.</translation>
    </message>
    <message>
        <source>Each week was forecast at most a fortnight ahead, from what was known then and from how many deployments there would be. A perfect model has 8 in 10 weeks inside, and more where the counts are small.</source>
        <translation>Chaque semaine a été prévue au plus deux semaines avant, d’après ce qui était alors connu, le nombre des déploiements étant donné. Un modèle parfait en a 8 sur 10 dans la bande, davantage pour de petits nombres entiers.</translation>
    </message>
    <message>
        <source>Forecast from</source>
        <translation>Prévu à partir du</translation>
    </message>
    <message>
        <source>Forecasting from past fortnights …</source>
        <translation>Prévision à partir de quinzaines passées…</translation>
    </message>
    <message>
        <source>From every second Monday in the past, knowing only the weeks before it and how many deployments were to come, the model forecasts the weeks that followed. This takes a minute or two.</source>
        <translation>À partir d’un lundi passé sur deux, en ne connaissant que les semaines d’avant, le modèle prévoit les semaines suivantes, le nombre des déploiements qui ont alors eu lieu étant donné. Une à deux minutes au plus.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Le nombre</translation>
    </message>
    <message>
        <source>How many and where</source>
        <translation>Le nombre et les lieux</translation>
    </message>
    <message>
        <source>The width of the bands was decided with these weeks in view, so only weeks still to come test them afresh.</source>
        <translation>La largeur des bandes a été fixée en connaissant ces semaines&#xa0;: seules des semaines à venir les mettront vraiment à l’épreuve.</translation>
    </message>
    <message>
        <source>Inside: the share of what happened that fell inside the band, allowing for whole numbers (a perfect model has 50 % and 80 %); in brackets the plain share, ends included. Skill: how much smaller the mean error (CRPS) is than that of a simple rule, with the 80 % range from resampled blocks of standpoints; below 0 the rule did better. The rules: one of the last 13 weeks at random, and one constant rate with Poisson counts. The periods overlap, so the cases are not independent.</source>
        <translation>Dans les bandes&#xa0;: part de ce qui s’est produit dans la bande, compte tenu des nombres entiers (un modèle parfait a 50&#x202f;% et 80&#x202f;%)&#x202f;; entre parenthèses la part simple, bornes comprises. Performance&#xa0;: de combien l’erreur moyenne (CRPS) est inférieure à celle d’une règle simple, avec l’intervalle à 80&#x202f;% obtenu en rééchantillonnant des blocs de dates&#x202f;; au-dessous de 0, la règle a mieux fait. Les règles&#xa0;: l’une des 13 dernières semaines au hasard, et un taux constant avec des décomptes de Poisson. Les périodes se recouvrent&#xa0;: les cas ne sont donc pas indépendants.</translation>
    </message>
    <message>
        <source>Of {cases} totals over {weeks} weeks, whose periods overlap, {inside} lay inside their band.</source>
        <translation>Sur {cases} totaux de {weeks} semaines, dont les périodes se recouvrent, {inside} étaient dans leur bande.</translation>
    </message>
    <message>
        <source>On the {record}: {count} Mondays a fortnight apart, {first} to {last}.</source>
        <translation>Sur&#xa0;: {record}&#xa0;: {count} lundis à deux semaines d’intervalle, du {first} au {last}.</translation>
    </message>
    <message>
        <source>Over {weeks} weeks its errors were {share} larger than those of “the last 13 weeks again” (80 % range: {range} smaller).</source>
        <translation>Sur {weeks} semaines, ses erreurs étaient de {share} supérieures à celles de la règle «&#x202f;encore les 13 dernières semaines&#x202f;» (intervalle à 80&#x202f;%&#xa0;: inférieures de {range}).</translation>
    </message>
    <message>
        <source>Over {weeks} weeks its errors were {share} smaller than those of “the last 13 weeks again” (80 % range: {range}).</source>
        <translation>Sur {weeks} semaines, ses erreurs étaient de {share} inférieures à celles de la règle «&#x202f;encore les 13 dernières semaines&#x202f;» (intervalle à 80&#x202f;%&#xa0;: {range}).</translation>
    </message>
    <message>
        <source>Run the backtest</source>
        <translation>Lancer la mise à l’épreuve</translation>
    </message>
    <message>
        <source>Running total</source>
        <translation>Total cumulé</translation>
    </message>
    <message>
        <source>Skill, 13 weeks</source>
        <translation>Performance, 13 semaines</translation>
    </message>
    <message>
        <source>This record has no places, so the model could be told only how many deployments there would be.</source>
        <translation>Ce relevé n’a pas de lieux&#xa0;: seul le nombre des déploiements a pu être donné au modèle.</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Donné</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Vue</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Semaines</translation>
    </message>
    <message>
        <source>Work it out again</source>
        <translation>Recalculer</translation>
    </message>
    <message>
        <source>told how many</source>
        <translation>nombre donné</translation>
    </message>
    <message>
        <source>told how many and where</source>
        <translation>nombre et lieux donnés</translation>
    </message>
    <message>
        <source>{count} could not be used.</source>
        <translation>{count} n’ont pas pu servir.</translation>
    </message>
    <message>
        <source>{label} at a single deployment, at most a fortnight ahead: {inside} of {cases} inside the 8-in-10 band; knowing the place makes errors {gain} smaller (80 % range: {range}).</source>
        <translation>{label} d’un seul déploiement, au plus deux semaines à l’avance&#xa0;: {inside} des {cases} cas dans la bande des 8 sur 10&#x202f;; connaître le lieu rend les erreurs plus petites de {gain} (intervalle à 80&#x202f;%&#xa0;: {range}).</translation>
    </message>
    <message>
        <source>{label}: {inside} of {cases} weeks lay inside the 8-in-10 band.</source>
        <translation>{label}&#xa0;: {inside} semaines sur {cases} dans la bande des 8 sur 10.</translation>
    </message>
    <message>
        <source>{label}: {inside} of {cases} weeks lay inside the 8-in-10 band; in {year}, {then} of {weeks}.</source>
        <translation>{label}&#xa0;: {inside} semaines sur {cases} dans la bande des 8 sur 10&#x202f;; en {year}, {then} sur {weeks}.</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>{outcome} in the {weeks} weeks from {day}, {told}: {observed} happened, above the 80 % band of {range}.</source>
        <translation>{outcome} dans les {weeks} semaines à partir du {day}, {told}&#xa0;: {observed} en réalité, au-dessus de la bande à 80&#x202f;% de {range}.</translation>
    </message>
    <message>
        <source>{outcome} in the {weeks} weeks from {day}, {told}: {observed} happened, below the 80 % band of {range}.</source>
        <translation>{outcome} dans les {weeks} semaines à partir du {day}, {told}&#xa0;: {observed} en réalité, au-dessous de la bande à 80&#x202f;% de {range}.</translation>
    </message>
    <message>
        <source>{subject} · test against the past, from {day} · {footer}</source>
        <translation>{subject} · épreuve du passé, à partir du {day} · {footer}</translation>
    </message>
    <message>
        <source>{value} ({low} to {high})</source>
        <translation>{value} ({low} à {high})</translation>
    </message>
</context>
<context>
    <name>Belief page</name>
    <message>
        <source>Back to the evidence</source>
        <translation>Revenir aux données</translation>
    </message>
    <message>
        <source>Belief</source>
        <translation>Hypothèse</translation>
    </message>
    <message>
        <source>Beliefs and their evidence</source>
        <translation>Hypothèses et leurs données</translation>
    </message>
    <message>
        <source>Calibrated on the {record} from {weeks} weeks: {middle}, 90 % range {ends}. {method}</source>
        <translation>Calé sur&#xa0;: {record}, {weeks} semaines&#xa0;: {middle}, fourchette à 90&#x202f;% {ends}. {method}</translation>
    </message>
    <message>
        <source>Calibrated on the {record}: {middle}, 90 % range {ends}. {method}</source>
        <translation>Calé sur&#xa0;: {record}&#xa0;: {middle}, fourchette à 90&#x202f;% {ends}. {method}</translation>
    </message>
    <message>
        <source>Calibrating on the record …</source>
        <translation>Calage sur le relevé…</translation>
    </message>
    <message>
        <source>Edited in {title}: {words}.</source>
        <translation>Modifié dans {title}&#xa0;: {words}.</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Chiffre</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Degré</translation>
    </message>
    <message>
        <source>It affects no outcome.</source>
        <translation>Elle ne fait varier aucun résultat.</translation>
    </message>
    <message>
        <source>It affects {count} of {all} outcomes: {outcomes}.</source>
        <translation>Elle fait varier {count} des {all} résultats&#xa0;: {outcomes}.</translation>
    </message>
    <message>
        <source>The evidence: {middle}; {range}. {grade}</source>
        <translation>Les données&#xa0;: {middle}&#x202f;; {range}. {grade}</translation>
    </message>
    <message>
        <source>The {label} does not determine it: it rests on the sources below.</source>
        <translation>Le relevé ({label}) ne la détermine pas&#xa0;: elle repose sur les sources ci-dessous.</translation>
    </message>
    <message>
        <source>{title} uses the evidence unchanged.</source>
        <translation>{title} utilise les données telles quelles.</translation>
    </message>
    <message>
        <source>Open in the browser: {address}</source>
        <translation>Ouvrir dans le navigateur&#xa0;: {address}</translation>
    </message>
    <message>
        <source>Published figures from its sources</source>
        <translation>Chiffres publiés de ses sources</translation>
    </message>
    <message>
        <source>Publisher’s page: {address}</source>
        <translation>Page de l’éditeur&#xa0;: {address}</translation>
    </message>
    <message>
        <source>Range or exactly known…</source>
        <translation>Fourchette ou valeur connue exactement…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>They rest on your value here.</source>
        <translation>Ils reposent ici sur votre valeur.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>{fingerprint} · model {version} · {label}</source>
        <translation>{fingerprint} · modèle {version} · {label}</translation>
    </message>
</context>
<context>
    <name>Break-even</name>
    <message>
        <source>Counted from {baseline}, the extra arrests make up for those of the officers lost in {count} of 100 futures ({grade}).</source>
        <translation>Comptées à partir de {baseline}, les arrestations supplémentaires compensent celles des policiers perdus dans {count} futurs sur 100 ({grade}).</translation>
    </message>
    <message>
        <source>Counted from {baseline}, the extra arrests make up for those of the officers lost in {count} of 100 futures; counted from the recent rate, {rate} a week, in {recent} of 100 ({grade}).</source>
        <translation>Comptées à partir de {baseline}, les arrestations supplémentaires compensent celles des policiers perdus dans {count} futurs sur 100&#x202f;; comptées à partir du rythme récent, {rate} par semaine, dans {recent} sur 100 ({grade}).</translation>
    </message>
    <message>
        <source>How many arrests an officer makes in a year is not published for {force}; the modeller’s judgement is {range}.</source>
        <translation>Le nombre d’arrestations par policier et par an n’est pas publié pour {force}&#x202f;; le jugement retenu ici est {range}.</translation>
    </message>
    <message>
        <source>In 9 of 10 futures there are no more arrests than {baseline} would bring with nothing lost.</source>
        <translation>Dans 9 futurs sur 10, il n’y a pas plus d’arrestations qu’avec {baseline} sans pertes.</translation>
    </message>
    <message>
        <source>In at least half of the futures there are no more arrests than {baseline} would bring with nothing lost.</source>
        <translation>Dans au moins la moitié des futurs, il n’y a pas plus d’arrestations qu’avec {baseline} sans pertes.</translation>
    </message>
    <message>
        <source>No LFR deployments are planned, so there are no arrests at them to make up for those of the officers lost.</source>
        <translation>Aucun déploiement LFR n’est prévu&#xa0;: aucune arrestation n’y compense celles des policiers perdus.</translation>
    </message>
    <message>
        <source>The extra arrests make up for the officers lost only if each would have made fewer than {figure} arrests a year ({range} in 8 of 10 futures).</source>
        <translation>Les arrestations supplémentaires ne compensent les policiers perdus que si chacun en aurait fait moins de {figure} par an ({range} dans 8 futurs sur 10).</translation>
    </message>
    <message>
        <source>The extra arrests make up for the officers lost only if each would have made fewer than {figure} arrests a year ({range} in 8 of 10 futures). In at least 1 of 10 futures there are no extra arrests.</source>
        <translation>Les arrestations supplémentaires ne compensent les policiers perdus que si chacun en aurait fait moins de {figure} par an ({range} dans 8 futurs sur 10). Dans au moins 1 futur sur 10, il n’y a pas d’arrestations supplémentaires.</translation>
    </message>
    <message>
        <source>a judgement: {range} arrests an officer a year</source>
        <translation>une appréciation&#xa0;: {range} arrestations par policier et par an</translation>
    </message>
    <message>
        <source>derived: {range} arrests an officer a year</source>
        <translation>valeur dérivée&#xa0;: {range} arrestations par policier et par an</translation>
    </message>
    <message>
        <source>published: {range} arrests an officer a year</source>
        <translation>valeur publiée&#xa0;: {range} arrestations par policier et par an</translation>
    </message>
    <message>
        <source>set by the user: {setting}</source>
        <translation>choisi par l’utilisateur&#xa0;: {setting}</translation>
    </message>
    <message>
        <source>{posts} posts are lost, {officers} of them by week {weeks}: {years} officer-years within these {weeks} weeks.</source>
        <translation>{posts} postes disparaissent, dont {officers} à la semaine {weeks}, soit {years} années de policier sur ces {weeks} semaines.</translation>
    </message>
    <message>
        <source>{posts} posts are lost, {officers} of them by week {weeks}: {years} officer-years within these {weeks} weeks. The extra arrests, counted from {baseline} with nothing lost and the same beliefs: {extra}.</source>
        <translation>{posts} postes disparaissent, dont {officers} à la semaine {weeks}, soit {years} années de policier sur ces {weeks} semaines. Arrestations supplémentaires, comptées à partir de {baseline} sans pertes et avec les mêmes hypothèses&#xa0;: {extra}.</translation>
    </message>
</context>
<context>
    <name>Briefing</name>
    <message>
        <source>Analysing {title} …</source>
        <translation>Analyse de {title}…</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Public visé</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>Note d’information</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>Vérifiée par</translation>
    </message>
    <message>
        <source>Draft: not signed off</source>
        <translation>Projet&#xa0;: non validé</translation>
    </message>
    <message>
        <source>Every briefing has this section</source>
        <translation>Toute note contient cette section</translation>
    </message>
    <message>
        <source>Export the briefing</source>
        <translation>Exporter la note d’information</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Pour</translation>
    </message>
    <message>
        <source>Form of the briefing</source>
        <translation>Format de la note</translation>
    </message>
    <message>
        <source>Name of the person signing it off</source>
        <translation>Nom de la personne qui valide</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Preparing the preview …</source>
        <translation>Préparation de l’aperçu…</translation>
    </message>
    <message>
        <source>Preview of the briefing</source>
        <translation>Aperçu de la note</translation>
    </message>
    <message>
        <source>Print the briefing</source>
        <translation>Imprimer la note d’information</translation>
    </message>
    <message>
        <source>Printing the briefing …</source>
        <translation>Impression de la note …</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Readers of the web page can move levers in it. Its numbers are computed in their browser, without any network.</source>
        <translation>Ceux qui lisent la page web peuvent y déplacer des leviers. Ses nombres sont calculés dans leur navigateur, sans aucun réseau.</translation>
    </message>
    <message>
        <source>Run 1 analysis (up to a minute each)</source>
        <translation>Lancer 1 analyse (jusqu’à une minute chacune)</translation>
    </message>
    <message>
        <source>Run the analyses</source>
        <translation>Lancer les analyses</translation>
    </message>
    <message>
        <source>Run {count} analyses (up to a minute each)</source>
        <translation>Lancer {count} analyses (jusqu’à une minute chacune)</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scénarios</translation>
    </message>
    <message>
        <source>Scenarios in the briefing</source>
        <translation>Scénarios de la note</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Sections of the briefing</source>
        <translation>Sections de la note</translation>
    </message>
    <message>
        <source>Signed off</source>
        <translation>Validée</translation>
    </message>
    <message>
        <source>Signed off by</source>
        <translation>Validée par</translation>
    </message>
    <message>
        <source>Web page with levers</source>
        <translation>Page web avec leviers</translation>
    </message>
    <message>
        <source>Who is responsible for it</source>
        <translation>Qui en répond</translation>
    </message>
    <message>
        <source>Words of the briefing</source>
        <translation>Texte de la note</translation>
    </message>
    <message>
        <source>Words only</source>
        <translation>Texte seul</translation>
    </message>
    <message>
        <source>{count} pages, as they will be on paper</source>
        <translation>{count} pages, telles qu’elles seront sur papier</translation>
    </message>
    <message>
        <source>{status}. These are the pages of the PDF; the other forms have the same words.</source>
        <translation>{status}. Ce sont les pages du PDF&#x202f;; les autres formats ont les mêmes mots.</translation>
    </message>
    <message>
        <source>Writing {name} …</source>
        <translation>Écriture de {name}…</translation>
    </message>
    <message>
        <source>Written to {place}.</source>
        <translation>Écrit dans {place}.</translation>
    </message>
    <message>
        <source>are none</source>
        <translation>manquent</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>comparé avec</translation>
    </message>
    <message>
        <source>scenarios</source>
        <translation>les scénarios</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>sujet</translation>
    </message>
    <message>
        <source>tick one to four of them</source>
        <translation>en cocher un à quatre</translation>
    </message>
</context>
<context>
    <name>Briefing sections</name>
    <message>
        <source>Annex: numbers for specialists</source>
        <translation>Annexe&#xa0;: chiffres pour spécialistes</translation>
    </message>
    <message>
        <source>Assumptions</source>
        <translation>Hypothèses</translation>
    </message>
    <message>
        <source>How to cite</source>
        <translation>Comment citer</translation>
    </message>
    <message>
        <source>How to reproduce</source>
        <translation>Comment reproduire</translation>
    </message>
    <message>
        <source>How well it has done before</source>
        <translation>Ce qu’il a donné par le passé</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Quality statement</source>
        <translation>Déclaration de qualité</translation>
    </message>
    <message>
        <source>The options</source>
        <translation>Les options</translation>
    </message>
    <message>
        <source>The record in counts</source>
        <translation>Le relevé en chiffres</translation>
    </message>
    <message>
        <source>The workshop</source>
        <translation>L’atelier</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Arbitrage</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>What drives the answer</source>
        <translation>Ce qui détermine la réponse</translation>
    </message>
    <message>
        <source>What is worth knowing first</source>
        <translation>Ce qu’il vaut la peine de savoir d’abord</translation>
    </message>
    <message>
        <source>What you would need to believe</source>
        <translation>Ce qu’il faudrait supposer</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message>
        <source>Beta posterior under Jeffreys&apos; prior from {black} of {all} false alerts whose ethnicity was published ({report}); not from the weekly record.</source>
        <translation>Loi bêta a posteriori avec l’a priori de Jeffreys, d’après {black} fausses alertes sur {all} dont l’origine ethnique a été publiée ({report})&#x202f;; sans le relevé hebdomadaire.</translation>
    </message>
    <message>
        <source>Model of places, at the recorded mix where the record ends.</source>
        <translation>Modèle des lieux, selon la répartition du relevé, à la fin du relevé.</translation>
    </message>
    <message>
        <source>Model without places, by week, where the record ends.</source>
        <translation>Modèle sans lieux, par semaine, à la fin du relevé.</translation>
    </message>
</context>
<context>
    <name>Catalogue</name>
    <message>
        <source>Additional funding</source>
        <translation>Financement supplémentaire</translation>
    </message>
    <message>
        <source>All alerts</source>
        <translation>Toutes les alertes</translation>
    </message>
    <message>
        <source>Arrests</source>
        <translation>Arrestations</translation>
    </message>
    <message>
        <source>Arrests an officer makes in a year</source>
        <translation>Arrestations par policier et par an</translation>
    </message>
    <message>
        <source>Arrests forgone with the officers lost</source>
        <translation>Arrestations non faites par les policiers perdus</translation>
    </message>
    <message>
        <source>Arrests in longer deployments</source>
        <translation>Arrestations lors de déploiements plus longs</translation>
    </message>
    <message>
        <source>Arrests made at deployments after a true alert. An arrest made here might have been made later in another way: the figure counts arrests, not arrests that would not have happened.</source>
        <translation>Arrestations faites lors des déploiements après une alerte juste. Une arrestation faite ici aurait pu l’être plus tard d’une autre manière&#xa0;: le chiffre compte des arrestations, et non des arrestations qui n’auraient pas eu lieu.</translation>
    </message>
    <message>
        <source>Arrests over deployments achieved, in each draw.</source>
        <translation>Arrestations rapportées aux déploiements réalisés, dans chaque tirage.</translation>
    </message>
    <message>
        <source>Arrests per deployment</source>
        <translation>Arrestations par déploiement</translation>
    </message>
    <message>
        <source>Arrests per true alert</source>
        <translation>Arrestations par alerte juste</translation>
    </message>
    <message>
        <source>Arrests with smaller crews</source>
        <translation>Arrestations avec des équipes plus petites</translation>
    </message>
    <message>
        <source>Black Londoners among residents</source>
        <translation>Londoniens noirs parmi les habitants</translation>
    </message>
    <message>
        <source>Budget of the force</source>
        <translation>Budget de la police</translation>
    </message>
    <message>
        <source>Budget shortfall</source>
        <translation>Déficit du budget</translation>
    </message>
    <message>
        <source>Charged or cautioned</source>
        <translation>Inculpés ou avertis</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Cost of a post</source>
        <translation>Coût d’un poste</translation>
    </message>
    <message>
        <source>Cost over arrests, in each draw.</source>
        <translation>Coût rapporté aux arrestations, dans chaque tirage.</translation>
    </message>
    <message>
        <source>Cost per arrest</source>
        <translation>Coût par arrestation</translation>
    </message>
    <message>
        <source>Crew capacity today</source>
        <translation>Capacité des équipes aujourd’hui</translation>
    </message>
    <message>
        <source>Crew hours at each deployment before and after the cameras run.</source>
        <translation>Heures d’équipe à chaque déploiement, avant et après le fonctionnement des caméras.</translation>
    </message>
    <message>
        <source>Days a week with deployments</source>
        <translation>Jours de déploiement par semaine</translation>
    </message>
    <message>
        <source>Deployments a week at which the yield was measured</source>
        <translation>Déploiements par semaine auxquels le rendement a été mesuré</translation>
    </message>
    <message>
        <source>Deployments achieved</source>
        <translation>Déploiements réalisés</translation>
    </message>
    <message>
        <source>Deployments per week</source>
        <translation>Déploiements par semaine</translation>
    </message>
    <message>
        <source>Deployments planned</source>
        <translation>Déploiements prévus</translation>
    </message>
    <message>
        <source>Deployments that were planned, whether crews could be found for them or not.</source>
        <translation>Déploiements qui étaient prévus, que des équipes aient pu être trouvées ou non.</translation>
    </message>
    <message>
        <source>Diminishing returns</source>
        <translation>Rendements décroissants</translation>
    </message>
    <message>
        <source>Eight of the ten people wrongly flagged in the Met&apos;s report for 2024–25 were Black, compared with 13.5 % of residents. Residents are not the people who walked past the cameras, so this shows an imbalance and not its cause.</source>
        <translation>Huit des dix personnes signalées à tort dans le rapport de la Met pour 2024–25 étaient noires, contre 13,5&#x202f;% des habitants. Les habitants ne sont pas les personnes passées devant les caméras&#xa0;: c’est un déséquilibre que l’on voit, et non sa cause.</translation>
    </message>
    <message>
        <source>Faces in longer deployments</source>
        <translation>Visages lors de déploiements plus longs</translation>
    </message>
    <message>
        <source>Hours an arrest takes</source>
        <translation>Heures que prend une arrestation</translation>
    </message>
    <message>
        <source>Hours the cameras run at each deployment. Longer deployments scan more faces, though less than in proportion, and tie crews up for longer.</source>
        <translation>Heures pendant lesquelles les caméras tournent à chaque déploiement. Des déploiements plus longs scannent plus de visages, quoique moins qu’en proportion, et retiennent les équipes plus longtemps.</translation>
    </message>
    <message>
        <source>How arrests fall with smaller crews is now a belief of its own.</source>
        <translation>La baisse des arrestations avec des équipes plus petites est désormais une hypothèse à part.</translation>
    </message>
    <message>
        <source>Of the record&apos;s 80 weeks with deployments since September 2024, 66 have two or three days with deployments; the busiest, from 13 April 2026, has five.</source>
        <translation>Des 80 semaines du relevé avec des déploiements depuis septembre 2024, 66 ont deux ou trois jours de déploiement&#x202f;; la plus chargée, à partir du 13 avril 2026, en a cinq.</translation>
    </message>
    <message>
        <source>Officer posts lost. The Met announced 1,400, of 33,293 officers on 31 March 2025. How far such losses reach facial recognition crews is a separate belief.</source>
        <translation>Postes de policier supprimés. La Met en a annoncé 1&#x202f;400, sur 33&#x202f;293 policiers au 31 mars 2025. La part de ces pertes qui touche les équipes de reconnaissance faciale est une hypothèse à part.</translation>
    </message>
    <message>
        <source>Police staff posts lost. The Met announced 300, of 11,319.</source>
        <translation>Postes de personnel civil supprimés. La Met en a annoncé 300, sur 11&#x202f;319.</translation>
    </message>
    <message>
        <source>Recent lists held 14,900 to 18,800 people.</source>
        <translation>Les listes récentes comptaient de 14&#x202f;900 à 18&#x202f;800 personnes.</translation>
    </message>
    <message>
        <source>Savings from the posts that go</source>
        <translation>Économies des postes supprimés</translation>
    </message>
    <message>
        <source>Share of the plan delivered</source>
        <translation>Part du plan réalisée</translation>
    </message>
    <message>
        <source>The planned number, or what the crews can manage where that is less.</source>
        <translation>Le nombre prévu, ou ce que les équipes peuvent assurer si c’est moins.</translation>
    </message>
    <message>
        <source>The record&apos;s busiest week has 9 deployments and its busiest 13 weeks average 6.5 a week. Above 6.5 the model extrapolates.</source>
        <translation>La semaine la plus chargée du relevé compte 9 déploiements, et ses 13 semaines les plus chargées en moyenne 6,5 par semaine. Au-delà de 6,5, le modèle extrapole.</translation>
    </message>
    <message>
        <source>True alerts in longer deployments</source>
        <translation>Alertes justes lors de déploiements plus longs</translation>
    </message>
    <message>
        <source>True match rate assumed for the record</source>
        <translation>Taux de reconnaissance juste supposé pour le relevé</translation>
    </message>
    <message>
        <source>Equipment cost per deployment</source>
        <translation>Coût du matériel par déploiement</translation>
    </message>
    <message>
        <source>Crews’ share of officer losses</source>
        <translation>Pertes de policiers (part des équipes)</translation>
    </message>
    <message>
        <source>Alerts that name the wrong person, per million faces scanned, with a list of 16,000. The record shows 20 in 6.5 million faces since September 2024 at threshold 0.64. They come in clusters, so each block of 13 weeks has a level of its own around this rate. The 2023 test found 167 at threshold 0.60 with a list of 10,000. Whether an alert was false is the Met&apos;s own finding.</source>
        <translation>Alertes qui désignent la mauvaise personne, par million de visages scannés, avec une liste de 16&#x202f;000 personnes. Le relevé en compte 20 pour 6,5 millions de visages depuis septembre 2024, au seuil de 0,64. Elles surviennent par grappes&#xa0;: chaque période de 13 semaines a donc son propre niveau autour de ce taux. L’essai de 2023 en a trouvé 167 au seuil de 0,60 avec une liste de 10&#x202f;000. Qu’une alerte soit fausse est le constat de la Met elle-même.</translation>
    </message>
    <message>
        <source>Alerts that named the right person, as the Met itself found.</source>
        <translation>Alertes qui ont désigné la bonne personne, selon le constat de la Met elle-même.</translation>
    </message>
    <message>
        <source>Alerts that named the wrong person, as the Met itself found.</source>
        <translation>Alertes qui ont désigné la mauvaise personne, selon le constat de la Met elle-même.</translation>
    </message>
    <message>
        <source>Arrests multiplied by the share that led to a charge or caution.</source>
        <translation>Arrestations multipliées par la part qui a mené à une inculpation ou à un avertissement.</translation>
    </message>
    <message>
        <source>Crews’ share of staff losses</source>
        <translation>Pertes de personnel civil (part des équipes)</translation>
    </message>
    <message>
        <source>Crews’ share of the shortfall</source>
        <translation>Déficit du budget (part des équipes)</translation>
    </message>
    <message>
        <source>Days of the week on which there are deployments. On 176 of 206 days with deployments since September 2024 there were two, and there were never more. So until it is set by hand, this lever is half the number of planned deployments: four take two days, ten take five.</source>
        <translation>Jours de la semaine où il y a des déploiements. Lors de 176 des 206 jours de déploiement depuis septembre 2024, il y en a eu deux, et jamais davantage. Tant qu’il n’est pas réglé à la main, ce levier vaut donc la moitié du nombre de déploiements prévus&#xa0;: quatre prennent deux jours, dix en prennent cinq.</translation>
    </message>
    <message>
        <source>Deployments achieved over deployments planned, in each draw. It depends on the days and the crews’ hours, and hardly on the posts lost.</source>
        <translation>Déploiements réalisés rapportés aux déploiements prévus, dans chaque tirage. Cette part dépend des jours et des heures des équipes, et très peu des postes perdus.</translation>
    </message>
    <message>
        <source>Deployments that today&apos;s crews could run in one day, with 20 officers and 5.6 hours each. The record has two on 176 days since September 2024 and never more, so the crews can run at least two; how many more is a judgement.</source>
        <translation>Déploiements que les équipes d’aujourd’hui pourraient assurer en un jour, avec 20 policiers et 5,6 heures chacun. Le relevé en compte deux lors de 176 jours depuis septembre 2024, et jamais davantage&#xa0;: les équipes peuvent donc en assurer au moins deux&#x202f;; au-delà, c’est une appréciation.</translation>
    </message>
    <message>
        <source>Deployments the crews can run in a day</source>
        <translation>Déploiements que les équipes peuvent assurer en un jour</translation>
    </message>
    <message>
        <source>Faces counted by the cameras. One person passing twice is two faces.</source>
        <translation>Visages comptés par les caméras. Une personne qui passe deux fois compte pour deux visages.</translation>
    </message>
    <message>
        <source>Faces over arrests, in each draw.</source>
        <translation>Visages rapportés aux arrestations, dans chaque tirage.</translation>
    </message>
    <message>
        <source>Faces per deployment</source>
        <translation>Visages par déploiement</translation>
    </message>
    <message>
        <source>Faces scanned</source>
        <translation>Visages scannés</translation>
    </message>
    <message>
        <source>Faces scanned per arrest</source>
        <translation>Visages scannés par arrestation</translation>
    </message>
    <message>
        <source>Faces the system counts at one deployment of 5.6 hours, at the end of the record and at its mix of places; from there the level drifts. The plain mean of 2025 is 18,270. A face may be the same person counted again. The way faces are counted changed in mid-2024, and only weeks from 16 September 2024 are used.</source>
        <translation>Visages que le système compte lors d’un déploiement de 5,6 heures, à la fin du relevé et selon sa répartition des lieux&#x202f;; le niveau dérive à partir de là. La moyenne simple de 2025 est de 18&#x202f;270. Un visage peut être celui d’une personne déjà comptée. La manière de compter a changé au milieu de 2024, et seules les semaines à partir du 16 septembre 2024 sont utilisées.</translation>
    </message>
    <message>
        <source>False alerts</source>
        <translation>Fausses alertes</translation>
    </message>
    <message>
        <source>False alerts multiplied by the share that fell on Black Londoners among one year&apos;s ten cases. Residents are not the people who walked past, so this shows an imbalance and not its cause.</source>
        <translation>Fausses alertes multipliées par la part qui a touché des Londoniens noirs parmi les dix cas d’une année. Les habitants ne sont pas les personnes passées devant les caméras&#xa0;: c’est un déséquilibre que l’on voit, et non sa cause.</translation>
    </message>
    <message>
        <source>False alerts on Black Londoners</source>
        <translation>Fausses alertes sur des Londoniens noirs</translation>
    </message>
    <message>
        <source>False alerts over arrests, in each draw.</source>
        <translation>Fausses alertes rapportées aux arrestations, dans chaque tirage.</translation>
    </message>
    <message>
        <source>False alerts over faces scanned, in each draw; turned round, it says that one face in so many led to a false alert.</source>
        <translation>Fausses alertes rapportées aux visages scannés, dans chaque tirage&#x202f;; dans l’autre sens, une fausse alerte pour tant de visages.</translation>
    </message>
    <message>
        <source>Fewest deployments that a rate per deployment is divided by</source>
        <translation>Plus petit nombre de déploiements par lequel un taux est divisé</translation>
    </message>
    <message>
        <source>How far the shortfall reaches deployments, beyond the posts lost: 0 means ring-fenced, 1 a proportional share, above 1 more than that.</source>
        <translation>Jusqu’où le déficit atteint les déploiements, au-delà des postes supprimés&#xa0;: 0 veut dire préservés, 1 une part proportionnelle, plus de 1 davantage.</translation>
    </message>
    <message>
        <source>How fast true alerts per deployment fall as deployments increase, allowing for the place: at 0.15, doubling the deployments lowers each one&apos;s yield by a tenth. The record&apos;s own slope, allowing for the place, is 0.12 with a standard error of 0.12, so it says little. Ten a week has never been tried.</source>
        <translation>À quelle vitesse les alertes justes par déploiement baissent quand les déploiements augmentent, à lieu donné&#xa0;: à 0,15, doubler les déploiements abaisse le rendement de chacun d’un dixième. La pente propre au relevé, à lieu donné, est de 0,12 avec une erreur type de 0,12&#xa0;: il en dit donc peu. Dix par semaine n’ont jamais été essayés.</translation>
    </message>
    <message>
        <source>How many live facial recognition deployments the force plans each week. The announced plan raises it from four to ten. The number achieved may be lower when crews run out. A file, a typed value or a schedule may go beyond the slider, from 0 (the cameras are suspended) to 14.</source>
        <translation>Nombre de déploiements de reconnaissance faciale en temps réel que la police prévoit chaque semaine. Le plan annoncé le fait passer de quatre à dix. Le nombre réalisé peut être plus bas quand les équipes manquent. Un fichier, une valeur saisie ou un calendrier peuvent aller au-delà du curseur, de 0 (caméras suspendues) à 14.</translation>
    </message>
    <message>
        <source>How much can be delivered now depends on days a week and on the deployments the crews can run in a day.</source>
        <translation>Ce qui peut être réalisé dépend désormais des jours par semaine et des déploiements que les équipes peuvent assurer en un jour.</translation>
    </message>
    <message>
        <source>How true alerts grow with the hours the cameras run: 1 means in proportion, 0 not at all. Measured on the deployments whose hours are published, allowing for the place.</source>
        <translation>Comment les alertes justes croissent avec les heures des caméras&#xa0;: 1 veut dire en proportion, 0 pas du tout. Mesuré sur les déploiements dont les heures sont publiées, à lieu donné.</translation>
    </message>
    <message>
        <source>How true alerts grow with the list: 1 means in proportion, 0 not at all. No figure has been published.</source>
        <translation>Comment les alertes justes croissent avec la liste&#xa0;: 1 veut dire en proportion, 0 pas du tout. Aucun chiffre n’a été publié.</translation>
    </message>
    <message>
        <source>Luck shared by alerts and arrests</source>
        <translation>Hasard commun aux alertes et aux arrestations</translation>
    </message>
    <message>
        <source>Money that the force is short of in a year. £260m was announced for 2025–26, of about £3.5bn; the figure before new money was £450m.</source>
        <translation>Argent qui manque à la police en un an. 260&#xa0;M£ ont été annoncés pour 2025–26, sur environ 3,5&#xa0;Md£&#x202f;; avant les nouveaux moyens, le chiffre était de 450&#xa0;M£.</translation>
    </message>
    <message>
        <source>Of the people on the watchlist who pass a camera, the share the system flags. Misses leave no trace, so the record cannot show it. 0.89 was measured in 2023 at threshold 0.60; another vendor&apos;s system reached about 0.5 in a field test. The record already reflects whatever rate applied in 2025, so this lever scales true alerts relative to 0.89. The spread is a judgement.</source>
        <translation>Parmi les personnes de la liste qui passent devant une caméra, part que le système signale. Celles qu’il manque ne laissent pas de trace, si bien que le relevé ne peut pas la montrer. 0,89 a été mesuré en 2023 au seuil de 0,60&#x202f;; le système d’un autre fournisseur a atteint environ 0,5 lors d’un essai sur le terrain. Le relevé reflète déjà le taux de 2025, quel qu’il soit&#xa0;: ce levier fait donc varier les alertes justes par rapport à 0,89. La dispersion est une appréciation.</translation>
    </message>
    <message>
        <source>Officer hours multiplied by the cost of an officer hour, plus equipment. The Met withholds its own figure.</source>
        <translation>Heures de policier multipliées par le coût d’une heure de policier, plus le matériel. La Met ne communique pas son propre chiffre.</translation>
    </message>
    <message>
        <source>Officers lost multiplied by the arrests an officer makes in a year. It rests on a judgement; the break-even needs none.</source>
        <translation>Policiers perdus multipliés par les arrestations qu’un policier fait en un an. Ce chiffre s’appuie sur une appréciation&#x202f;; le seuil d’équilibre n’en demande aucune.</translation>
    </message>
    <message>
        <source>Used only for the arrests forgone when officers are lost. No current figure is published for the Met; England and Wales had about five an officer in 2019–20, and most Met officers made none in 2021–22. The break-even needs no such figure.</source>
        <translation>Sert seulement aux arrestations non faites quand des policiers sont perdus. Aucun chiffre actuel n’est publié pour la Met&#x202f;; l’Angleterre et le pays de Galles en comptaient environ cinq par policier en 2019–20, et la plupart des policiers de la Met n’en ont fait aucune en 2021–22. Le seuil d’équilibre n’a pas besoin de ce chiffre.</translation>
    </message>
    <message>
        <source>Vans, cameras, licences and their upkeep, spread over the deployments. The Met withholds the figure; South Wales spent £3.52m from 2017 to 2024.</source>
        <translation>Camionnettes, caméras, licences et entretien, répartis sur les déploiements. La Met ne communique pas ce chiffre&#x202f;; la police du pays de Galles du Sud a dépensé 3,52&#xa0;M£ de 2017 à 2024.</translation>
    </message>
    <message>
        <source>Weeks in which levels drift as in the record</source>
        <translation>Semaines où les niveaux dérivent comme dans le relevé</translation>
    </message>
    <message>
        <source>Weeks in which the steps of the drift halve</source>
        <translation>Semaines au bout desquelles les pas de la dérive diminuent de moitié</translation>
    </message>
    <message>
        <source>Weeks over which the posts are lost, in a straight line. Posts go by recruiting fewer officers, not overnight. Zero means that all are lost in the first week.</source>
        <translation>Semaines sur lesquelles les postes disparaissent, en ligne droite. Ils disparaissent parce qu’on recrute moins, et non du jour au lendemain. Zéro&#xa0;: tous disparaissent dès la première semaine.</translation>
    </message>
    <message>
        <source>Weeks taken to go in a straight line from four deployments a week to the chosen rate. Zero means the chosen rate from the first week. A schedule for deployments replaces the phase-in.</source>
        <translation>Semaines pour passer en ligne droite de quatre déploiements par semaine au rythme choisi. Zéro&#xa0;: le rythme choisi dès la première semaine. Un calendrier des déploiements remplace la montée en charge.</translation>
    </message>
    <message>
        <source>What an officer costs in a year. Press figures give three crude proxies: £70,000, £97,000 and £109,000.</source>
        <translation>Ce que coûte un policier en un an. Les chiffres de la presse donnent trois approximations grossières&#xa0;: 70&#x202f;000&#xa0;£, 97&#x202f;000&#xa0;£ et 109&#x202f;000&#xa0;£.</translation>
    </message>
    <message>
        <source>False alerts per arrest</source>
        <translation>Fausses alertes par arrestation</translation>
    </message>
    <message>
        <source>False alert rate</source>
        <translation>Taux de fausses alertes</translation>
    </message>
    <message>
        <source>False alerts per million faces scanned</source>
        <translation>Fausses alertes par million de visages scannés</translation>
    </message>
    <message>
        <source>Highest share of true alerts that can end in an arrest</source>
        <translation>Part la plus élevée des alertes justes qui puisse mener à une arrestation</translation>
    </message>
    <message>
        <source>Hours an officer works in a year</source>
        <translation>Heures de travail d’un policier par an</translation>
    </message>
    <message>
        <source>Hours of a deployment at which the yield was measured</source>
        <translation>Durée d’un déploiement à laquelle le rendement a été mesuré</translation>
    </message>
    <message>
        <source>Hours per deployment</source>
        <translation>Heures par déploiement</translation>
    </message>
    <message>
        <source>How arrests fall with the officers at a deployment below 20: at 0.3, half the crew makes a fifth fewer arrests from the same number of alerts. More than 20 officers change nothing. No figure has been published.</source>
        <translation>Comment les arrestations baissent quand un déploiement compte moins de 20 policiers&#xa0;: à 0,3, une équipe réduite de moitié fait un cinquième d’arrestations de moins pour le même nombre d’alertes. Plus de 20 policiers ne changent rien. Aucun chiffre n’a été publié.</translation>
    </message>
    <message>
        <source>How arrests grow with the hours the cameras run: 1 means in proportion, 0 not at all. The record says 0.16 with a standard error of 0.36, allowing for the place; the figure used is drawn towards the one for alerts, and so is partly a judgement.</source>
        <translation>Comment les arrestations croissent avec les heures des caméras&#xa0;: 1 veut dire en proportion, 0 pas du tout. Le relevé dit 0,16 avec une erreur type de 0,36, à lieu donné&#x202f;; la valeur utilisée est rapprochée de celle des alertes, et c’est donc en partie une appréciation.</translation>
    </message>
    <message>
        <source>How faces grow with the hours the cameras run: 1 means in proportion, 0 not at all. Measured on the deployments whose hours are published, allowing for the place.</source>
        <translation>Comment les visages croissent avec les heures des caméras&#xa0;: 1 veut dire en proportion, 0 pas du tout. Mesuré sur les déploiements dont les heures sont publiées, à lieu donné.</translation>
    </message>
    <message>
        <source>How far officer losses reach the facial recognition crews: 0 means ring-fenced, 1 a proportional share, above 1 more than that.</source>
        <translation>Dans quelle mesure les pertes de policiers touchent les équipes de reconnaissance faciale&#xa0;: 0, elles sont protégées&#x202f;; 1, une part proportionnelle&#x202f;; au-dessus de 1, davantage.</translation>
    </message>
    <message>
        <source>How far staff losses reach the people who run the system: 0 means ring-fenced, 1 a proportional share, above 1 more than that.</source>
        <translation>Dans quelle mesure les pertes de personnel civil touchent ceux qui font fonctionner le système&#xa0;: 0, ils sont protégés&#x202f;; 1, une part proportionnelle&#x202f;; au-dessus de 1, davantage.</translation>
    </message>
    <message>
        <source>Losses spread over</source>
        <translation>Pertes étalées sur</translation>
    </message>
    <message>
        <source>New money set against the shortfall. £32m came from City Hall and the Home Office in 2025. Whether the announced £260m already counts it is not clear from the sources.</source>
        <translation>Nouveaux moyens qui réduisent le déficit. 32&#xa0;M£ sont venus de la mairie de Londres et du ministère de l’Intérieur en 2025. Les sources ne disent pas clairement si les 260&#xa0;M£ annoncés en tiennent déjà compte.</translation>
    </message>
    <message>
        <source>Nine in ten deployments of early 2025 lasted between 4.1 and 6.6 hours.</source>
        <translation>Neuf déploiements sur dix du début de 2025 ont duré entre 4,1 et 6,6 heures.</translation>
    </message>
    <message>
        <source>Of those arrested, the share charged or cautioned. The Met reported 406 of 540 in 2024 and 773 of over 1,000 to July 2025.</source>
        <translation>Parmi les personnes arrêtées, part inculpée ou avertie. La Met en a déclaré 406 sur 540 en 2024 et 773 sur plus de 1&#x202f;000 jusqu’en juillet 2025.</translation>
    </message>
    <message>
        <source>Officer hours</source>
        <translation>Heures de policier</translation>
    </message>
    <message>
        <source>Officer hours over arrests, in each draw.</source>
        <translation>Heures de policier rapportées aux arrestations, dans chaque tirage.</translation>
    </message>
    <message>
        <source>Officer hours per arrest</source>
        <translation>Heures de policier par arrestation</translation>
    </message>
    <message>
        <source>Officer losses</source>
        <translation>Pertes de policiers</translation>
    </message>
    <message>
        <source>Officers at a deployment today</source>
        <translation>Policiers par déploiement aujourd’hui</translation>
    </message>
    <message>
        <source>Officers at each deployment. They set how many deployments the force can crew and, below 20, how many alerts end in an arrest. The Met publishes no figure; about 20 comes from one peer&apos;s remark in a Lords debate.</source>
        <translation>Policiers à chaque déploiement. Leur nombre fixe combien de déploiements la police peut assurer et, au-dessous de 20, combien d’alertes mènent à une arrestation. La Met ne publie aucun chiffre&#x202f;; celui d’environ 20 vient de la remarque d’un pair dans un débat à la Chambre des lords.</translation>
    </message>
    <message>
        <source>Officers at the deployments multiplied by the hours they are tied up, with set-up and travel. Time spent on arrests afterwards is not included.</source>
        <translation>Policiers présents aux déploiements, multipliés par les heures où ils sont retenus, installation et trajets compris. Le temps passé ensuite sur les arrestations n’est pas compté.</translation>
    </message>
    <message>
        <source>Officers in the force</source>
        <translation>Policiers dans la police</translation>
    </message>
    <message>
        <source>Officers per deployment</source>
        <translation>Policiers par déploiement</translation>
    </message>
    <message>
        <source>One in a million</source>
        <translation>Un sur un million</translation>
    </message>
    <message>
        <source>People on the list that faces are compared with. False alerts grow in proportion to it; how far true alerts grow with it is not known.</source>
        <translation>Personnes inscrites sur la liste à laquelle les visages sont comparés. Les fausses alertes croissent en proportion&#x202f;; on ne sait pas dans quelle mesure les alertes justes la suivent.</translation>
    </message>
    <message>
        <source>Phase-in</source>
        <translation>Montée en charge</translation>
    </message>
    <message>
        <source>Police staff in the force</source>
        <translation>Personnel civil dans la police</translation>
    </message>
    <message>
        <source>Set-up and travel</source>
        <translation>Installation et trajets</translation>
    </message>
    <message>
        <source>Share of false alerts on Black Londoners</source>
        <translation>Part des fausses alertes visant des Londoniens noirs</translation>
    </message>
    <message>
        <source>Share of the deployments that take place here. When it grows, the other places lose in proportion to their shares, or a single one does; locked places keep theirs, and the shares always add up to 100 %. The yield of a deployment here is estimated from the record by deployment; the fewer there were, the closer it is kept to the yield of other places.</source>
        <translation>Part des déploiements tenus ici. Quand elle augmente, les autres lieux cèdent en proportion de la leur, ou un seul d’entre eux cède&#x202f;; les lieux verrouillés gardent la leur, et le total est toujours de 100&#x202f;%. Le rendement d’un déploiement ici est estimé d’après le relevé par déploiement&#x202f;; moins il y en a eu, plus il est rapproché de celui des autres lieux.</translation>
    </message>
    <message>
        <source>Staff losses</source>
        <translation>Pertes de personnel civil</translation>
    </message>
    <message>
        <source>The part of the shortfall that losing the posts will close. It is not counted a second time as a cut to deployments. £185m of workforce savings were announced for 2025–26.</source>
        <translation>Part du déficit que comblera la suppression des postes. Elle n’est pas comptée une seconde fois comme une coupe dans les déploiements. 185&#xa0;M£ d’économies de personnel ont été annoncées pour 2025–26.</translation>
    </message>
    <message>
        <source>The share of true alerts that end in an arrest, with today&apos;s crews, at the end of the record and at its mix of places: arrests per deployment divided by true alerts per deployment. In 2025 it was 0.47. Many people flagged are only checked against court conditions and not arrested.</source>
        <translation>Part des alertes justes qui mènent à une arrestation, avec les équipes d’aujourd’hui, à la fin du relevé et selon sa répartition des lieux&#xa0;: arrestations par déploiement rapportées aux alertes justes par déploiement. En 2025, elle était de 0,47. Beaucoup de personnes signalées font seulement l’objet d’une vérification de conditions fixées par un tribunal et ne sont pas arrêtées.</translation>
    </message>
    <message>
        <source>True alerts</source>
        <translation>Alertes justes</translation>
    </message>
    <message>
        <source>True alerts at one deployment of 5.6 hours with a list of 16,000 people, at about 7 deployments a week, at the end of the record and at its mix of places; from there the level drifts. The plain mean of 2025 is 10.4.</source>
        <translation>Alertes justes lors d’un déploiement de 5,6 heures avec une liste de 16&#x202f;000 personnes, à environ 7 déploiements par semaine, à la fin du relevé et selon sa répartition des lieux&#x202f;; le niveau dérive à partir de là. La moyenne simple de 2025 est de 10,4.</translation>
    </message>
    <message>
        <source>True alerts per deployment</source>
        <translation>Alertes justes par déploiement</translation>
    </message>
    <message>
        <source>True and false alerts together.</source>
        <translation>Alertes justes et fausses alertes ensemble.</translation>
    </message>
    <message>
        <source>True match rate</source>
        <translation>Taux de reconnaissance juste</translation>
    </message>
    <message>
        <source>Watchlist at which the yield was measured</source>
        <translation>Liste de surveillance avec laquelle le rendement a été mesuré</translation>
    </message>
    <message>
        <source>Watchlist size</source>
        <translation>Taille de la liste de surveillance</translation>
    </message>
    <message>
        <source>Weeks in a year</source>
        <translation>Semaines dans une année</translation>
    </message>
    <message>
        <source>Weeks that share a level of false alerts</source>
        <translation>Semaines qui partagent un niveau de fausses alertes</translation>
    </message>
    <message>
        <source>Yield of a longer watchlist</source>
        <translation>Rendement d’une liste plus longue</translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message>
        <source>What limits deployments first: officers lost.</source>
        <translation>Ce qui limite en premier&#xa0;: les policiers perdus.</translation>
    </message>
    <message>
        <source>What limits deployments first: staff lost.</source>
        <translation>Ce qui limite en premier&#xa0;: le personnel civil perdu.</translation>
    </message>
    <message>
        <source>What limits deployments first: the budget.</source>
        <translation>Ce qui limite en premier&#xa0;: le budget.</translation>
    </message>
    <message>
        <source>What limits deployments first: today’s crews, even without losses.</source>
        <translation>Ce qui limite en premier&#xa0;: les équipes d’aujourd’hui, même sans pertes.</translation>
    </message>
    <message>
        <source>What limits deployments first: {causes} of 100 futures.</source>
        <translation>Ce qui limite en premier&#xa0;: {causes} futurs sur 100.</translation>
    </message>
    <message>
        <source>officers lost in {count}</source>
        <translation>les policiers perdus dans {count}</translation>
    </message>
    <message>
        <source>staff lost in {count}</source>
        <translation>le personnel civil perdu dans {count}</translation>
    </message>
    <message>
        <source>the budget in {count}</source>
        <translation>le budget dans {count}</translation>
    </message>
    <message>
        <source>today’s crews, even without losses, in {count}</source>
        <translation>les équipes d’aujourd’hui, même sans pertes, dans {count}</translation>
    </message>
</context>
<context>
    <name>Caveat</name>
    <message>
        <source>The plan may ask for more than the crews can manage: {crews}</source>
        <translation>Le plan peut demander plus que les équipes ne peuvent fournir&#xa0;: {crews}</translation>
    </message>
    <message>
        <source>rests on a judgement: {belief}</source>
        <translation>s’appuie sur une appréciation&#xa0;: {belief}</translation>
    </message>
    <message>
        <source>rests on judgements: {beliefs} and {last}</source>
        <translation>s’appuie sur des appréciations&#xa0;: {beliefs} et {last}</translation>
    </message>
    <message>
        <source>rests on judgements: {beliefs} and {more} more</source>
        <translation>s’appuie sur des appréciations&#xa0;: {beliefs} et {more} de plus</translation>
    </message>
    <message>
        <source>{label} at {value} is beyond the evidence, which reaches down to {end}.</source>
        <translation>{label} à {value}&#xa0;: au-delà des données, qui descendent jusqu’à {end}.</translation>
    </message>
    <message>
        <source>{label} at {value} is beyond the evidence, which reaches up to {end}.</source>
        <translation>{label} à {value}&#xa0;: au-delà des données, qui vont jusqu’à {end}.</translation>
    </message>
    <message>
        <source>{label} at {value} lies outside the derived 90 % range of {range}.</source>
        <translation>{label} à {value} sort de la fourchette à 90&#x202f;% dérivée, {range}.</translation>
    </message>
    <message>
        <source>{label} at {value} lies outside the judgement’s 90 % range of {range}.</source>
        <translation>{label} à {value}&#xa0;: hors de la fourchette à 90&#x202f;% de l’appréciation, {range}.</translation>
    </message>
    <message>
        <source>{label} at {value} lies outside the published 90 % range of {range}.</source>
        <translation>{label} à {value} sort de la fourchette à 90&#x202f;% publiée, {range}.</translation>
    </message>
    <message>
        <source>{label} is treated as exactly known, so the ranges leave out the uncertainty about it.</source>
        <translation>{label}&#xa0;: valeur prise comme connue exactement&#x202f;; les fourchettes omettent l’incertitude à son sujet.</translation>
    </message>
    <message>
        <source>{label} was set by the user to {setting}; the evidence says {evidence}.</source>
        <translation>{label}&#xa0;: valeur fixée par l’utilisateur, {setting}&#x202f;; les données disent {evidence}.</translation>
    </message>
</context>
<context>
    <name>Chain</name>
    <message>
        <source>Arrests</source>
        <translation>Arrestations</translation>
    </message>
    <message>
        <source>Arrests per true alert</source>
        <translation>Arrestations par alerte juste</translation>
    </message>
    <message>
        <source>Chain from deployments to arrests</source>
        <translation>Chaîne des déploiements aux arrestations</translation>
    </message>
    <message>
        <source>How the figure differs from the baseline’s</source>
        <translation>Écart entre ce chiffre et celui de la référence</translation>
    </message>
    <message>
        <source>{letter} against {baseline}: {change}</source>
        <translation>{letter} par rapport à {baseline}&#xa0;: {change}</translation>
    </message>
    <message>
        <source>Deployments achieved</source>
        <translation>Déploiements réalisés</translation>
    </message>
    <message>
        <source>Set by the user</source>
        <translation>Réglé par l’utilisateur</translation>
    </message>
    <message>
        <source>True alerts per deployment</source>
        <translation>Alertes justes par déploiement</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>8 in 10 futures: {range}</source>
        <translation>8 futurs sur 10&#xa0;: {range}</translation>
    </message>
    <message>
        <source>80 and 50 % bands</source>
        <translation>bandes à 80 et 50&#x202f;%</translation>
    </message>
    <message>
        <source>A week · an imbalance, not its cause</source>
        <translation>Par semaine · un déséquilibre, pas sa cause</translation>
    </message>
    <message>
        <source>Chart menu</source>
        <translation>Menu du graphique</translation>
    </message>
    <message>
        <source>Copy data	Ctrl+Shift+C</source>
        <translation>Copier les données	Ctrl+Maj+C</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Copy picture	Ctrl+C</source>
        <translation>Copier l’image	Ctrl+C</translation>
    </message>
    <message>
        <source>In {weeks} weeks · an imbalance, not its cause</source>
        <translation>En {weeks} semaines · un déséquilibre, pas sa cause</translation>
    </message>
    <message>
        <source>Lock	L</source>
        <translation>Verrouiller	L</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>Locked at earlier settings</source>
        <translation>Verrouillé sur d’anciens réglages</translation>
    </message>
    <message>
        <source>Median {figure}</source>
        <translation>Médiane {figure}</translation>
    </message>
    <message>
        <source>Not defined in this week</source>
        <translation>Non défini cette semaine-là</translation>
    </message>
    <message>
        <source>Projecting …</source>
        <translation>Projection en cours…</translation>
    </message>
    <message>
        <source>Record, added up from {start} to {end}</source>
        <translation>Relevé, cumulé du {start} au {end}</translation>
    </message>
    <message>
        <source>Record, {dates}</source>
        <translation>Relevé, {dates}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save as {format}…</source>
        <translation>Enregistrer en {format}…</translation>
    </message>
    <message>
        <source>Save data as {format}…</source>
        <translation>Enregistrer les données en {format}…</translation>
    </message>
    <message numerus="yes">
        <source>Set by the user: %n belief(s) in {letters}</source>
        <translation>
            <numerusform>%n hypothèse réglée par l’utilisateur dans {letters}</numerusform>
            <numerusform>%n hypothèses réglées par l’utilisateur dans {letters}</numerusform>
        </translation>
    </message>
    <message>
        <source>Set by the user: {beliefs}</source>
        <translation>Réglé par l’utilisateur&#xa0;: {beliefs}</translation>
    </message>
    <message>
        <source>Show as table	T</source>
        <translation>Afficher en tableau	T</translation>
    </message>
    <message>
        <source>Since the record’s end · an imbalance, not its cause</source>
        <translation>Depuis la fin du relevé · un déséquilibre, non sa cause</translation>
    </message>
    <message>
        <source>scenario {letter}</source>
        <translation>scénario {letter}</translation>
    </message>
    <message>
        <source>w/c {day}</source>
        <translation>sem. du {day}</translation>
    </message>
    <message>
        <source>{label} since the record’s end · cumulative · {bands}</source>
        <translation>{label} depuis la fin du relevé · cumul · {bands}</translation>
    </message>
    <message>
        <source>{label} since the record’s end · {bands}</source>
        <translation>{label} depuis la fin du relevé · {bands}</translation>
    </message>
    <message>
        <source>{year}, recorded</source>
        <translation>{year}, relevé</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Ouvrir dans une fenêtre à part</translation>
    </message>
    <message>
        <source>From {day}, this is beyond anything tried.</source>
        <translation>À partir du {day}, cela dépasse tout ce qui a été essayé.</translation>
    </message>
    <message>
        <source>Show the current settings</source>
        <translation>Montrer les réglages actuels</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Week {week}, {dates}</source>
        <translation>Semaine {week}, {dates}</translation>
    </message>
    <message>
        <source>ends {day}</source>
        <translation>fin {day}</translation>
    </message>
    <message>
        <source>last 52 weeks, recorded</source>
        <translation>52 dernières semaines, relevé</translation>
    </message>
    <message>
        <source>no record</source>
        <translation>hors relevé</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>absent du relevé</translation>
    </message>
    <message>
        <source>record ends {day}</source>
        <translation>fin du relevé&#xa0;: {day}</translation>
    </message>
    <message>
        <source>record ends {day} · projection</source>
        <translation>fin du relevé&#xa0;: {day} · projection</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>today, {day}</source>
        <translation>aujourd’hui, {day}</translation>
    </message>
    <message>
        <source>underlying rate</source>
        <translation>taux sous-jacent</translation>
    </message>
    <message>
        <source>{label} a week · {bands}</source>
        <translation>{label} par semaine · {bands}</translation>
    </message>
    <message>
        <source>{label} in {weeks} weeks · {bands}</source>
        <translation>{label} en {weeks} semaines · {bands}</translation>
    </message>
    <message>
        <source>{label} over all weeks so far · {bands}</source>
        <translation>{label} sur toutes les semaines jusque-là · {bands}</translation>
    </message>
    <message>
        <source>{label} over {weeks} weeks · {bands}</source>
        <translation>{label} sur {weeks} semaines · {bands}</translation>
    </message>
    <message>
        <source>{name}: median {figure}, {spread} in 8 of 10 futures</source>
        <translation>{name}&#xa0;: médiane {figure}, {spread} dans 8 futurs sur 10</translation>
    </message>
    <message>
        <source>{subtitle}: in week {week} the median is {figure}, and 8 in 10 futures lie at {range}.</source>
        <translation>{subtitle}&#xa0;: en semaine {week}, la médiane est de {figure}, et 8 futurs sur 10 se situent à {range}.</translation>
    </message>
    <message>
        <source>{subtitle}: no projection yet.</source>
        <translation>{subtitle}&#xa0;: pas encore de projection.</translation>
    </message>
    <message>
        <source>{title}, table</source>
        <translation>{title}, tableau</translation>
    </message>
</context>
<context>
    <name>Chart table</name>
    <message>
        <source>About</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Relevé</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>Set by the user</source>
        <translation>Réglé par l’utilisateur</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
</context>
<context>
    <name>Charts</name>
    <message>
        <source>All four charts: totals over {weeks} weeks</source>
        <translation>Les quatre graphiques&#xa0;: totaux sur {weeks} semaines</translation>
    </message>
    <message>
        <source>All four charts: {view}</source>
        <translation>Les quatre graphiques&#xa0;: {view}</translation>
    </message>
    <message>
        <source>Chart menu: {title}</source>
        <translation>Menu du graphique&#xa0;: {title}</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>Cumulé</translation>
    </message>
    <message>
        <source>Leave out the randomness of counts and show the underlying rate</source>
        <translation>Écarter le hasard des décomptes et montrer le taux sous-jacent</translation>
    </message>
    <message>
        <source>Outcome of the fourth chart</source>
        <translation>Résultat du quatrième graphique</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Underlying rate</source>
        <translation>Taux sous-jacent</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Par semaine</translation>
    </message>
    <message>
        <source>What the fourth chart shows</source>
        <translation>Ce que montre le quatrième graphique</translation>
    </message>
    <message>
        <source>Year total</source>
        <translation>Total annuel</translation>
    </message>
    <message>
        <source>beyond anything tried</source>
        <translation>au-delà de tout essai</translation>
    </message>
    <message>
        <source>hatched: beyond anything tried</source>
        <translation>hachuré&#xa0;: au-delà de tout ce qui a été essayé</translation>
    </message>
    <message>
        <source>never tried</source>
        <translation>inédit</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>about as many {what} as {than}: more in {more} and fewer in {fewer} of 100 futures</source>
        <translation>{what}&#xa0;: à peu près autant que {than}, davantage dans {more} et moins dans {fewer} futurs sur 100</translation>
    </message>
    <message>
        <source>about the same {what} as {than}: higher in {more} and lower in {fewer} of 100 futures</source>
        <translation>{what}&#xa0;: à peu près comme {than}, plus élevé dans {more} et moins élevé dans {fewer} futurs sur 100</translation>
    </message>
    <message>
        <source>as many {what} as {than}</source>
        <translation>{what}&#xa0;: autant que {than}</translation>
    </message>
    <message>
        <source>fewer {what} than {than}</source>
        <translation>{what}&#xa0;: moins que {than}</translation>
    </message>
    <message>
        <source>higher {what} than {than}</source>
        <translation>{what}&#xa0;: plus élevé que {than}</translation>
    </message>
    <message>
        <source>lower {what} than {than}</source>
        <translation>{what}&#xa0;: moins élevé que {than}</translation>
    </message>
    <message>
        <source>more {what} than {than}</source>
        <translation>{what}&#xa0;: davantage que {than}</translation>
    </message>
    <message>
        <source>no clear difference in {what} from {than}: higher in {more} and lower in {fewer} of 100 futures</source>
        <translation>{what}&#xa0;: pas d’écart net avec {than}, plus élevé dans {more} et moins élevé dans {fewer} futurs sur 100</translation>
    </message>
    <message>
        <source>no clear difference in {what} from {than}: more in {more} and fewer in {fewer} of 100 futures</source>
        <translation>{what}&#xa0;: pas d’écart net avec {than}, davantage dans {more} et moins dans {fewer} futurs sur 100</translation>
    </message>
    <message>
        <source>the baseline</source>
        <translation>la référence</translation>
    </message>
    <message>
        <source>the same {what} as {than}</source>
        <translation>{what}&#xa0;: comme {than}</translation>
    </message>
    <message>
        <source>{compared} in {futures}</source>
        <translation>{compared} dans {futures}</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>All your work is saved in its files. You can carry on.</source>
        <translation>Tout votre travail est enregistré dans ses fichiers. Vous pouvez continuer.</translation>
    </message>
    <message>
        <source>Carry on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Close the modeller</source>
        <translation>Fermer le modélisateur</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copier les détails</translation>
    </message>
    <message>
        <source>Details for a report</source>
        <translation>Détails pour un signalement</translation>
    </message>
    <message>
        <source>These details contain versions and lines of the program, but no folders or names.</source>
        <translation>Ces détails contiennent des versions et des lignes de programme, ni dossiers ni noms.</translation>
    </message>
    <message>
        <source>Your work could not be kept ({reason}). Save it to a file now.</source>
        <translation>Votre travail n’a pas pu être gardé ({reason}). L’enregistrer maintenant dans un fichier.</translation>
    </message>
    <message>
        <source>Your work has been kept and will be offered when you next start. You can carry on.</source>
        <translation>Votre travail a été gardé et sera proposé au prochain démarrage. Vous pouvez continuer.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Un problème est survenu</translation>
    </message>
    <message>
        <source>Something went wrong in the modeller</source>
        <translation>Un problème est survenu dans le modélisateur</translation>
    </message>
</context>
<context>
    <name>Crews</name>
    <message>
        <source>Crews suffice for every planned deployment.</source>
        <translation>Les équipes suffisent à tous les déploiements prévus.</translation>
    </message>
    <message>
        <source>no plan</source>
        <translation>aucun plan</translation>
    </message>
    <message>
        <source>the whole plan is delivered in none of the futures</source>
        <translation>le plan entier n’est réalisé dans aucun futur</translation>
    </message>
    <message>
        <source>the whole plan is delivered in {count} of 100 futures</source>
        <translation>le plan entier est réalisé dans {count} futurs sur 100</translation>
    </message>
    <message>
        <source>{delivered}: it falls short, typically from week {week}.</source>
        <translation>{delivered}&#xa0;: il manque des déploiements, le plus souvent à partir de la semaine {week}.</translation>
    </message>
    <message>
        <source>{delivered}; in the others it falls short, typically from week {week}.</source>
        <translation>{delivered}&#x202f;; dans les autres, il manque des déploiements, le plus souvent à partir de la semaine {week}.</translation>
    </message>
    <message>
        <source>{middle} of the planned deployments ({low} to {high} in 8 of 10 futures).</source>
        <translation>{middle} des déploiements prévus ({low} à {high} dans 8 futurs sur 10).</translation>
    </message>
    <message>
        <source>{middle} of the planned deployments.</source>
        <translation>{middle} des déploiements prévus.</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>April</source>
        <translation>avril</translation>
    </message>
    <message>
        <source>August</source>
        <translation>août</translation>
    </message>
    <message>
        <source>December</source>
        <translation>décembre</translation>
    </message>
    <message>
        <source>February</source>
        <translation>février</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>vendredi</translation>
    </message>
    <message>
        <source>January</source>
        <translation>janvier</translation>
    </message>
    <message>
        <source>July</source>
        <translation>juillet</translation>
    </message>
    <message>
        <source>June</source>
        <translation>juin</translation>
    </message>
    <message>
        <source>March</source>
        <translation>mars</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mai</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>lundi</translation>
    </message>
    <message>
        <source>November</source>
        <translation>novembre</translation>
    </message>
    <message>
        <source>October</source>
        <translation>octobre</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>samedi</translation>
    </message>
    <message>
        <source>September</source>
        <translation>septembre</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>dimanche</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>jeudi</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>mardi</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>mercredi</translation>
    </message>
    <message>
        <source>is not a day; write one as {example}</source>
        <translation>n’est pas un jour&#x202f;; écrivez-le ainsi&#xa0;: {example}</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>close one, then add another</source>
        <translation>en fermer un, puis en ajouter un autre</translation>
    </message>
    <message>
        <source>holds four scenarios already</source>
        <translation>contient déjà quatre scénarios</translation>
    </message>
    <message>
        <source>the desk</source>
        <translation>le plan de travail</translation>
    </message>
    <message>
        <source>{title} (copy)</source>
        <translation>{title} (copie)</translation>
    </message>
</context>
<context>
    <name>Difference</name>
    <message>
        <source>Beliefs</source>
        <translation>Hypothèses</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Circumstances</source>
        <translation>Circonstances</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Tirages</translation>
    </message>
    <message>
        <source>Model version {first} to {second}</source>
        <translation>Version du modèle, de {first} à {second}</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Relevé</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Seed and number of draws</source>
        <translation>Graine et nombre de tirages</translation>
    </message>
    <message>
        <source>Weeks projected</source>
        <translation>Semaines projetées</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>No lever, belief or setting differs.</source>
        <translation>Aucun levier, aucune hypothèse, aucun réglage ne diffère.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>a record not kept here ({digest}…)</source>
        <translation>un relevé qui n’est pas conservé ici ({digest}…)</translation>
    </message>
    <message>
        <source>author</source>
        <translation>auteur</translation>
    </message>
    <message>
        <source>differs in {count}: {parts}</source>
        <translation>diffère sur {count}&#xa0;: {parts}</translation>
    </message>
    <message>
        <source>does not differ</source>
        <translation>ne diffère pas</translation>
    </message>
    <message>
        <source>exactly known</source>
        <translation>connue exactement</translation>
    </message>
    <message>
        <source>then {value} from week {week}</source>
        <translation>puis {value} à partir de la semaine {week}</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>notes</translation>
    </message>
    <message>
        <source>nothing changed</source>
        <translation>rien n’a changé</translation>
    </message>
    <message>
        <source>question</source>
        <translation>question</translation>
    </message>
    <message>
        <source>sources</source>
        <translation>sources</translation>
    </message>
    <message>
        <source>targets</source>
        <translation>objectifs</translation>
    </message>
    <message>
        <source>title “{before}” → “{after}”</source>
        <translation>titre «&#xa0;{before}&#xa0;» → «&#xa0;{after}&#xa0;»</translation>
    </message>
    <message>
        <source>view</source>
        <translation>vue</translation>
    </message>
    <message>
        <source>{listed} and {count} more</source>
        <translation>{listed} et {count} de plus</translation>
    </message>
    <message>
        <source>{times} times the evidence’s spread</source>
        <translation>{times} fois la dispersion des données</translation>
    </message>
</context>
<context>
    <name>Differences over time</name>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Waiting for the settled projection of two scenarios.</source>
        <translation>En attente de la projection exacte de deux scénarios.</translation>
    </message>
    <message>
        <source>in {base}</source>
        <translation>dans {base}</translation>
    </message>
    <message>
        <source>{label}: {figure} ({range}) against {other}</source>
        <translation>{label}&#xa0;: {figure} ({range}) contre {other}</translation>
    </message>
    <message>
        <source>{name} against {other} {fingerprint}</source>
        <translation>{name} par rapport à {other} {fingerprint}</translation>
    </message>
    <message>
        <source>{label}, difference from {other} since the record’s end, draw by draw</source>
        <translation>{label}, écart par rapport à {other} depuis la fin du relevé, tirage par tirage</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>Par lieu</translation>
    </message>
    <message>
        <source>Differences over time and by place</source>
        <translation>Écarts au fil du temps et par lieu</translation>
    </message>
    <message>
        <source>Nothing is known by place about this outcome, or about this record.</source>
        <translation>Par lieu, on ne sait rien de ce résultat, ou de ce relevé.</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Au fil du temps</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>1 in 6,000 faces</source>
        <translation>1 pour 6&#x202f;000 visages</translation>
    </message>
    <message>
        <source>1 in 60,000 faces</source>
        <translation>1 pour 60&#x202f;000 visages</translation>
    </message>
    <message>
        <source>12, or 11: one is doubtful</source>
        <translation>12, ou 11&#xa0;: une est douteuse</translation>
    </message>
    <message>
        <source>231 deployments, 4.2 million faces, 1,135 arrests</source>
        <translation>231 déploiements, 4,2&#xa0;millions de visages, 1&#x202f;135 arrestations</translation>
    </message>
    <message>
        <source>24 deployments, 173 arrests, more than 470,000 faces</source>
        <translation>24 déploiements, 173 arrestations, plus de 470&#x202f;000 visages</translation>
    </message>
    <message>
        <source>38 deployments, 383,356 faces, 61 alerts of which 1 false, 11 arrests</source>
        <translation>38 déploiements, 383&#x202f;356 visages, 61 alertes dont 1 fausse, 11 arrestations</translation>
    </message>
    <message>
        <source>4 over two days</source>
        <translation>4 sur deux jours</translation>
    </message>
    <message>
        <source>406 of 540 arrests</source>
        <translation>406 sur 540 arrestations</translation>
    </message>
    <message>
        <source>613 deployments, 13.3 million faces, 2,655 enforcement actions</source>
        <translation>613 déploiements, 13,3&#xa0;millions de visages, 2&#x202f;655 interventions</translation>
    </message>
    <message>
        <source>639,950, about 5 an officer</source>
        <translation>639&#x202f;950, environ 5 par policier</translation>
    </message>
    <message>
        <source>7 at 0.60, 1 at 0.62, none at 0.64</source>
        <translation>7 à 0,60, 1 à 0,62, aucune à 0,64</translation>
    </message>
    <message>
        <source>70 %, and 93 % made fewer than five</source>
        <translation>70&#x202f;%, et 93&#x202f;% en ont fait moins de cinq</translation>
    </message>
    <message>
        <source>773 of more than 1,000 arrests</source>
        <translation>773 sur plus de 1&#x202f;000 arrestations</translation>
    </message>
    <message>
        <source>8 of 10</source>
        <translation>8 sur 10</translation>
    </message>
    <message>
        <source>804 arrests from nearly two million faces in 2024</source>
        <translation>804 arrestations pour près de deux millions de visages en 2024</translation>
    </message>
    <message>
        <source>90 more officers for Brixton, Kingston, Ealing, Finsbury Park, Southwark and Spitalfields</source>
        <translation>90 policiers de plus pour Brixton, Kingston, Ealing, Finsbury Park, Southwark et Spitalfields</translation>
    </message>
    <message>
        <source>95 deployments, 1,700,390 faces, 917 alerts of which 8 false, 444 arrests</source>
        <translation>95 déploiements, 1&#x202f;700&#x202f;390 visages, 917 alertes dont 8 fausses, 444 arrestations</translation>
    </message>
    <message>
        <source>Additional funding</source>
        <translation>Financement supplémentaire</translation>
    </message>
    <message>
        <source>Alerts in the annual report</source>
        <translation>Alertes dans le rapport annuel</translation>
    </message>
    <message>
        <source>All forces together, June 2015 to September 2025</source>
        <translation>Toutes les polices ensemble, de juin 2015 à septembre 2025</translation>
    </message>
    <message>
        <source>Arrests a Met officer makes in a year</source>
        <translation>Arrestations d’un policier de la Met en un an</translation>
    </message>
    <message>
        <source>Arrests in 2024, in the record</source>
        <translation>Arrestations de 2024, dans le relevé</translation>
    </message>
    <message>
        <source>Arrests in 2025 as counted by others</source>
        <translation>Arrestations de 2025 comptées par d’autres</translation>
    </message>
    <message>
        <source>Arrests in 2025, in the record</source>
        <translation>Arrestations de 2025, dans le relevé</translation>
    </message>
    <message>
        <source>Arrests in England and Wales, 2019–20</source>
        <translation>Arrestations en Angleterre et au pays de Galles, 2019–20</translation>
    </message>
    <message>
        <source>Arrests in the annual report</source>
        <translation>Arrestations dans le rapport annuel</translation>
    </message>
    <message>
        <source>Arrests since the start of 2024, as counted by others</source>
        <translation>Arrestations depuis le début de 2024, comptées par d’autres</translation>
    </message>
    <message>
        <source>Black Londoners among residents</source>
        <translation>Londoniens noirs parmi les habitants</translation>
    </message>
    <message>
        <source>Budget shortfall before new money, 2025–26</source>
        <translation>Déficit du budget avant les nouveaux moyens, 2025–26</translation>
    </message>
    <message>
        <source>Budget shortfall, 2025–26</source>
        <translation>Déficit du budget, 2025–26</translation>
    </message>
    <message>
        <source>Calendar 2024 had 180 deployments, 902,748 faces and 575 arrests.</source>
        <translation>L’année civile 2024 compte 180 déploiements, 902&#x202f;748 visages et 575 arrestations.</translation>
    </message>
    <message>
        <source>Charged or cautioned, 2024</source>
        <translation>Inculpés ou avertis, 2024</translation>
    </message>
    <message>
        <source>Charged or cautioned, to July 2025</source>
        <translation>Inculpés ou avertis, jusqu’en juillet 2025</translation>
    </message>
    <message>
        <source>Charged or cautioned, to October 2025</source>
        <translation>Inculpés ou avertis, jusqu’en octobre 2025</translation>
    </message>
    <message>
        <source>Cost in Essex</source>
        <translation>Coût en Essex</translation>
    </message>
    <message>
        <source>Cost in South Wales, 2017–2024</source>
        <translation>Coût au pays de Galles du Sud, 2017–2024</translation>
    </message>
    <message>
        <source>Cost of a post, from posts backfilled</source>
        <translation>Coût d’un poste, d’après les postes remplacés</translation>
    </message>
    <message>
        <source>Cost of a post, from the workforce savings</source>
        <translation>Coût d’un poste, d’après les économies sur les effectifs</translation>
    </message>
    <message>
        <source>Cost of a post, second proxy</source>
        <translation>Coût d’un poste, deuxième approximation</translation>
    </message>
    <message>
        <source>Cost of the zone of safety, a trial in Cardiff</source>
        <translation>Coût de la zone de sécurité, un essai à Cardiff</translation>
    </message>
    <message>
        <source>Counted in the week it belongs to.</source>
        <translation>Compté dans la semaine à laquelle il appartient.</translation>
    </message>
    <message>
        <source>Counted.</source>
        <translation>Comptée.</translation>
    </message>
    <message>
        <source>Deployments a week before the plan</source>
        <translation>Déploiements par semaine avant le plan</translation>
    </message>
    <message>
        <source>Deployments a week in the 13 weeks to 17 April 2026</source>
        <translation>Déploiements par semaine dans les 13 semaines jusqu’au 17 avril 2026</translation>
    </message>
    <message>
        <source>Deployments a week under the plan</source>
        <translation>Déploiements par semaine avec le plan</translation>
    </message>
    <message>
        <source>Deployments in 2024, in the record</source>
        <translation>Déploiements de 2024, dans le relevé</translation>
    </message>
    <message>
        <source>Deployments in 2025, in the record</source>
        <translation>Déploiements de 2025, dans le relevé</translation>
    </message>
    <message>
        <source>Deployments in the annual report, September 2024 to September 2025</source>
        <translation>Déploiements dans le rapport annuel, de septembre 2024 à septembre 2025</translation>
    </message>
    <message>
        <source>Equipment bought by the British Transport Police</source>
        <translation>Équipement acheté par la British Transport Police</translation>
    </message>
    <message>
        <source>Essex, October 2023 to February 2025</source>
        <translation>Essex, d’octobre 2023 à février 2025</translation>
    </message>
    <message>
        <source>Faces scanned in 2024, in the record</source>
        <translation>Visages scannés en 2024, dans le relevé</translation>
    </message>
    <message>
        <source>Faces scanned in 2025, in the record</source>
        <translation>Visages scannés en 2025, dans le relevé</translation>
    </message>
    <message>
        <source>Faces scanned in the annual report</source>
        <translation>Visages scannés dans le rapport annuel</translation>
    </message>
    <message>
        <source>False alerts in 2025, in the record</source>
        <translation>Fausses alertes de 2025, dans le relevé</translation>
    </message>
    <message>
        <source>False alerts in the annual report</source>
        <translation>Fausses alertes dans le rapport annuel</translation>
    </message>
    <message>
        <source>False alerts in the annual report that fell on Black people</source>
        <translation>Fausses alertes du rapport annuel visant des personnes noires</translation>
    </message>
    <message>
        <source>False matches in the laboratory&apos;s test by threshold</source>
        <translation>Fausses correspondances selon le seuil, essai du laboratoire</translation>
    </message>
    <message>
        <source>False matches with 1,000 on the watchlist, at threshold 0.60</source>
        <translation>Fausses correspondances avec 1&#x202f;000 personnes sur la liste, au seuil 0,60</translation>
    </message>
    <message>
        <source>False matches with 10,000 on the watchlist, at threshold 0.60</source>
        <translation>Fausses correspondances avec 10&#x202f;000 personnes sur la liste, au seuil 0,60</translation>
    </message>
    <message>
        <source>Fixed cameras in Croydon, October 2025 to March 2026</source>
        <translation>Caméras fixes à Croydon, d’octobre 2025 à mars 2026</translation>
    </message>
    <message>
        <source>Gap still open for 2026–27</source>
        <translation>Écart encore ouvert pour 2026–27</translation>
    </message>
    <message>
        <source>Haringey, Lewisham and Croydon are 36 %, 34 % and 40.1 % Black</source>
        <translation>Haringey, Lewisham et Croydon comptent 36&#x202f;%, 34&#x202f;% et 40,1&#x202f;% d’habitants noirs</translation>
    </message>
    <message>
        <source>Hours a deployment lasts</source>
        <translation>Durée d’un déploiement en heures</translation>
    </message>
    <message>
        <source>How the posts go</source>
        <translation>Comment les postes disparaissent</translation>
    </message>
    <message>
        <source>January to 17 April 2026, in the record by deployment</source>
        <translation>De janvier au 17 avril 2026, d’après le relevé par déploiement</translation>
    </message>
    <message>
        <source>Kept as published; the week lies before those used in calibration.</source>
        <translation>Gardé tel que publié&#x202f;; la semaine précède celles qui servent au calage.</translation>
    </message>
    <message>
        <source>Met funding, 2025–26</source>
        <translation>Financement de la Met, 2025–26</translation>
    </message>
    <message>
        <source>Met officers who made no arrest in 2021–22</source>
        <translation>Policiers de la Met sans arrestation en 2021–22</translation>
    </message>
    <message>
        <source>National framework for equipment, over four years</source>
        <translation>Accord-cadre national pour l’équipement, sur quatre ans</translation>
    </message>
    <message>
        <source>Newham’s council, by a unanimous vote of January 2023</source>
        <translation>le conseil de Newham, par un vote unanime de janvier 2023</translation>
    </message>
    <message>
        <source>Officer posts to go</source>
        <translation>Postes de policier à supprimer</translation>
    </message>
    <message>
        <source>Officers at a deployment</source>
        <translation>Policiers à un déploiement</translation>
    </message>
    <message>
        <source>Officers projected for March 2026</source>
        <translation>Policiers prévus pour mars 2026</translation>
    </message>
    <message>
        <source>Officers, 31 March 2024</source>
        <translation>Policiers, 31 mars 2024</translation>
    </message>
    <message>
        <source>Officers, 31 March 2025</source>
        <translation>Policiers, 31 mars 2025</translation>
    </message>
    <message>
        <source>One deployment printed as 11 July 2023 belongs to 11 July 2024.</source>
        <translation>Un déploiement imprimé au 11 juillet 2023 appartient au 11 juillet 2024.</translation>
    </message>
    <message>
        <source>One false alert of this week is doubtful: 2025 has 12 or 11.</source>
        <translation>Une fausse alerte de cette semaine est douteuse&#xa0;: 2025 en compte 12 ou 11.</translation>
    </message>
    <message>
        <source>One version kept throughout; the differences are smaller than the weekly noise.</source>
        <translation>Une même version gardée partout&#x202f;; les écarts sont plus petits que le bruit d’une semaine à l’autre.</translation>
    </message>
    <message>
        <source>People on the watchlist who pass and are flagged, at threshold 0.60</source>
        <translation>Personnes de la liste qui passent et sont signalées, au seuil 0,60</translation>
    </message>
    <message>
        <source>People on the watchlist who were flagged, another vendor&apos;s system in the field</source>
        <translation>Personnes de la liste signalées, système d’un autre fournisseur sur le terrain</translation>
    </message>
    <message>
        <source>Police community support officers, February 2025</source>
        <translation>Agents de soutien de proximité (PCSO), février 2025</translation>
    </message>
    <message>
        <source>Police staff, February 2025</source>
        <translation>Personnel civil, février 2025</translation>
    </message>
    <message>
        <source>Seven alert counts and one arrest count of early 2025 differ by one between two published versions.</source>
        <translation>Sept nombres d’alertes et un nombre d’arrestations du début de 2025 diffèrent de un entre deux versions publiées.</translation>
    </message>
    <message>
        <source>Staff posts to go</source>
        <translation>Postes de personnel civil à supprimer</translation>
    </message>
    <message>
        <source>Suspension requested by a borough</source>
        <translation>Suspension demandée par un arrondissement</translation>
    </message>
    <message>
        <source>The Met’s policy of 2024 in court</source>
        <translation>La politique de la Met de 2024 devant le juge</translation>
    </message>
    <message>
        <source>The boroughs are 17.6 %, 26.8 % and 22.6 % Black.</source>
        <translation>Ces arrondissements en comptent 17,6&#x202f;%, 26,8&#x202f;% et 22,6&#x202f;%.</translation>
    </message>
    <message>
        <source>The figure is the total from February 2020 to 13 March 2025, repeated as if it were one year&apos;s.</source>
        <translation>Ce chiffre est le total de février 2020 au 13 mars 2025, répété comme s’il était celui d’une seule année.</translation>
    </message>
    <message>
        <source>The published split does not add up: one alert, of which two true.</source>
        <translation>La répartition publiée ne s’additionne pas&#xa0;: une alerte, dont deux justes.</translation>
    </message>
    <message>
        <source>The shares quoted are those of three wards: Northumberland Park, Deptford and Thornton Heath.</source>
        <translation>Les parts citées sont celles de trois quartiers&#xa0;: Northumberland Park, Deptford et Thornton Heath.</translation>
    </message>
    <message>
        <source>True alerts in 2025, in the record</source>
        <translation>Alertes justes de 2025, dans le relevé</translation>
    </message>
    <message>
        <source>Watchlist in 2020</source>
        <translation>Liste de surveillance en 2020</translation>
    </message>
    <message>
        <source>Watchlist in 2023</source>
        <translation>Liste de surveillance en 2023</translation>
    </message>
    <message>
        <source>Watchlist in 2024</source>
        <translation>Liste de surveillance en 2024</translation>
    </message>
    <message>
        <source>Watchlist in 2025</source>
        <translation>Liste de surveillance en 2025</translation>
    </message>
    <message>
        <source>Watchlist, January to April 2026</source>
        <translation>Liste de surveillance, de janvier à avril 2026</translation>
    </message>
    <message>
        <source>Workforce savings planned, 2025–26</source>
        <translation>Économies prévues sur les effectifs, 2025–26</translation>
    </message>
    <message>
        <source>Zones of high crime that get more officers</source>
        <translation>Zones de forte criminalité qui reçoivent davantage de policiers</translation>
    </message>
    <message>
        <source>about 0.51</source>
        <translation>environ 0,51</translation>
    </message>
    <message>
        <source>about 20</source>
        <translation>environ 20</translation>
    </message>
    <message>
        <source>at most £20m</source>
        <translation>au plus 20&#xa0;M£</translation>
    </message>
    <message>
        <source>by recruiting fewer, not by redundancy</source>
        <translation>en recrutant moins, sans licenciement</translation>
    </message>
    <message>
        <source>held lawful in April 2026</source>
        <translation>jugée légale en avril 2026</translation>
    </message>
    <message>
        <source>just over £3.5bn</source>
        <translation>un peu plus de 3,5&#xa0;Md£</translation>
    </message>
    <message>
        <source>mean 5.6, 5th to 95th percentile 4.1–6.6</source>
        <translation>moyenne 5,6, du 5e au 95e centile 4,1–6,6</translation>
    </message>
    <message>
        <source>more than 1,000 of more than 1,400 arrests</source>
        <translation>plus de 1&#x202f;000 sur plus de 1&#x202f;400 arrestations</translation>
    </message>
    <message>
        <source>more than 2,100</source>
        <translation>plus de 2&#x202f;100</translation>
    </message>
    <message>
        <source>the force cannot say what it spent</source>
        <translation>la police ne peut pas dire ce qu’elle a dépensé</translation>
    </message>
    <message>
        <source>up to 10 over five days</source>
        <translation>jusqu’à 10 sur cinq jours</translation>
    </message>
    <message>
        <source>£109,000 (£185m for 1,700 posts)</source>
        <translation>109&#x202f;000&#xa0;£ (185&#xa0;M£ pour 1&#x202f;700 postes)</translation>
    </message>
    <message>
        <source>£140,234</source>
        <translation>140&#x202f;234&#xa0;£</translation>
    </message>
    <message>
        <source>£185m</source>
        <translation>185&#xa0;M£</translation>
    </message>
    <message>
        <source>£20m</source>
        <translation>20&#xa0;M£</translation>
    </message>
    <message>
        <source>£260m after new money</source>
        <translation>260&#xa0;M£ après les nouveaux moyens</translation>
    </message>
    <message>
        <source>£3.52m and 93 arrests</source>
        <translation>3,52&#xa0;M£ et 93 arrestations</translation>
    </message>
    <message>
        <source>£32m from City Hall and the Home Office</source>
        <translation>32&#xa0;M£ de la mairie de Londres et du ministère de l’Intérieur</translation>
    </message>
    <message>
        <source>£450m</source>
        <translation>450&#xa0;M£</translation>
    </message>
    <message>
        <source>£70,000 (£70m for 1,000 posts)</source>
        <translation>70&#x202f;000&#xa0;£ (70&#xa0;M£ pour 1&#x202f;000 postes)</translation>
    </message>
    <message>
        <source>£800,000 from the Home Office</source>
        <translation>800&#x202f;000&#xa0;£ du Home Office</translation>
    </message>
    <message>
        <source>£97,000 (£45.6m for 470 posts)</source>
        <translation>97&#x202f;000&#xa0;£ (45,6&#xa0;M£ pour 470 postes)</translation>
    </message>
</context>
<context>
    <name>Evidence range</name>
    <message>
        <source>90 % range, a judgement: {range}</source>
        <translation>fourchette à 90&#x202f;%, une appréciation&#xa0;: {range}</translation>
    </message>
    <message>
        <source>Counted so far: {count} of {all} people</source>
        <translation>Comptées jusqu’ici&#xa0;: {count} personnes sur {all}</translation>
    </message>
    <message>
        <source>derived 90 % range: {range}</source>
        <translation>fourchette à 90&#x202f;% dérivée&#xa0;: {range}</translation>
    </message>
    <message>
        <source>published 90 % range: {range}</source>
        <translation>fourchette à 90&#x202f;% publiée&#xa0;: {range}</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Taking {lever} from {low} to {high} changes neither of the two.</source>
        <translation>{lever}, de {low} à {high}&#xa0;: aucune des deux grandeurs ne change.</translation>
    </message>
    <message>
        <source>Taking {lever} from {low} to {high}: {gain}, {cost}.</source>
        <translation>{lever}, de {low} à {high}&#xa0;: {gain}, {cost}.</translation>
    </message>
    <message>
        <source>Taking {lever} from {low} to {high}: {gain}, {cost}; that is {so_many} for every {every}.</source>
        <translation>{lever}, de {low} à {high}&#xa0;: {gain}, {cost}&#x202f;; soit {so_many} pour {every}.</translation>
    </message>
    <message>
        <source>Taking {lever} from {low} to {high}: {gain}.</source>
        <translation>{lever}, de {low} à {high}&#xa0;: {gain}.</translation>
    </message>
    <message>
        <source>The step {first_step}: {first_gain}, {first_cost}; the step {last_step}: {last_gain}, {last_cost}.</source>
        <translation>Le pas {first_step}&#xa0;: {first_gain}, {first_cost}&#x202f;; le pas {last_step}&#xa0;: {last_gain}, {last_cost}.</translation>
    </message>
    <message>
        <source>With {lever} from {low} to {high}, one of the two is not defined.</source>
        <translation>{lever}, de {low} à {high}&#xa0;: l’une des deux grandeurs n’est pas définie.</translation>
    </message>
    <message>
        <source>each step brings: {measure}</source>
        <translation>apport de chaque pas&#xa0;: {measure}</translation>
    </message>
    <message>
        <source>{figure} fewer people wrongly flagged</source>
        <translation>{figure} personnes de moins signalées à tort</translation>
    </message>
    <message>
        <source>{figure} fewer {noun}</source>
        <translation>{figure} {noun} de moins</translation>
    </message>
    <message>
        <source>{figure} more people wrongly flagged</source>
        <translation>{figure} personnes de plus signalées à tort</translation>
    </message>
    <message>
        <source>{figure} more {noun}</source>
        <translation>{figure} {noun} de plus</translation>
    </message>
    <message>
        <source>{low} → {high}</source>
        <translation>{low} → {high}</translation>
    </message>
    <message>
        <source>{noun} higher by {figure}</source>
        <translation>{noun}&#xa0;: {figure} de plus</translation>
    </message>
    <message>
        <source>{noun} lower by {figure}</source>
        <translation>{noun}&#xa0;: {figure} de moins</translation>
    </message>
    <message>
        <source>{so_many} for every {every}</source>
        <translation>{so_many} pour {every}</translation>
    </message>
</context>
<context>
    <name>File kind</name>
    <message>
        <source>a JSON file</source>
        <translation>un fichier JSON</translation>
    </message>
    <message>
        <source>a PDF</source>
        <translation>un PDF</translation>
    </message>
    <message>
        <source>a compressed archive</source>
        <translation>une archive compressée</translation>
    </message>
    <message>
        <source>a file of an unknown kind</source>
        <translation>un fichier d’un type inconnu</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>une image</translation>
    </message>
    <message>
        <source>a presentation</source>
        <translation>une présentation</translation>
    </message>
    <message>
        <source>a program or a database</source>
        <translation>un programme ou une base de données</translation>
    </message>
    <message>
        <source>a sound or a film</source>
        <translation>un son ou un film</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>un texte</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>une page web</translation>
    </message>
    <message>
        <source>a word processor’s document</source>
        <translation>un document de traitement de texte</translation>
    </message>
    <message>
        <source>an Excel workbook</source>
        <translation>un classeur Excel</translation>
    </message>
    <message>
        <source>an XML file</source>
        <translation>un fichier XML</translation>
    </message>
    <message>
        <source>an older Office file</source>
        <translation>un fichier Office d’un ancien type</translation>
    </message>
    <message>
        <source>an OpenDocument spreadsheet</source>
        <translation>une feuille de calcul OpenDocument</translation>
    </message>
    <message>
        <source>an e-mail message</source>
        <translation>un courriel</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Clear this list</source>
        <translation>Vider cette liste</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>In place of those on the desk (Undo brings them back)</source>
        <translation>À la place de ceux qui sont à l’écran (Annuler les ramène)</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Garder ma version</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Pas encore de fichier</translation>
    </message>
    <message>
        <source>Not put on the desk: {title}.</source>
        <translation>Non placé à l’écran&#xa0;: {title}.</translation>
    </message>
    <message>
        <source>Now on the desk: {titles}.</source>
        <translation>Désormais à l’écran&#xa0;: {titles}.</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>Ouvrir un scénario</translation>
    </message>
    <message>
        <source>Opened {name}: 1 setting differs from {other}, which was on the screen.</source>
        <translation>{name} est ouvert&#xa0;: 1 réglage diffère de {other}, qui était à l’écran.</translation>
    </message>
    <message>
        <source>Opened {name}: {count} settings differ from {other}, which was on the screen.</source>
        <translation>{name} est ouvert&#xa0;: {count} réglages diffèrent de {other}, qui était à l’écran.</translation>
    </message>
    <message>
        <source>Reload it</source>
        <translation>Le recharger</translation>
    </message>
    <message>
        <source>Save all scenarios in one file</source>
        <translation>Enregistrer tous les scénarios dans un seul fichier</translation>
    </message>
    <message>
        <source>Saving would replace their version with yours.</source>
        <translation>Enregistrer remplacerait leur version par la vôtre.</translation>
    </message>
    <message>
        <source>Scenarios, desks and briefings (*{suffix} *.json *.html *.pdf *.docx *.pptx *.xlsx *.zip);;All files (*)</source>
        <translation>Scénarios, ensembles et notes (*{suffix} *.json *.html *.pdf *.docx *.pptx *.xlsx *.zip);;Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Somebody else has changed {name} since it was opened here.</source>
        <translation>Quelqu’un d’autre a modifié {name} depuis son ouverture ici.</translation>
    </message>
    <message>
        <source>The model has changed {count} of its values since.</source>
        <translation>Le modèle a changé {count} de ses valeurs depuis.</translation>
    </message>
    <message>
        <source>Unsaved changes will be lost.</source>
        <translation>Les modifications non enregistrées seront perdues.</translation>
    </message>
    <message>
        <source>What the model has changed since</source>
        <translation>Ce que le modèle a changé depuis</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>Le dépôt</translation>
    </message>
    <message>
        <source>Which scenarios?</source>
        <translation>Quels scénarios&#x202f;?</translation>
    </message>
    <message>
        <source>is being saved by another window of the modeller</source>
        <translation>est en cours d’enregistrement par une autre fenêtre du modélisateur</translation>
    </message>
    <message>
        <source>unsaved work would be lost in a crash: save it to a file</source>
        <translation>le travail non enregistré serait perdu en cas de panne&#xa0;: l’enregistrer dans un fichier</translation>
    </message>
    <message>
        <source>what was dropped</source>
        <translation>ce qui a été déposé</translation>
    </message>
    <message>
        <source>{count} are ticked; there is room for {room}.</source>
        <translation>Cochés&#xa0;: {count}&#x202f;; places libres&#xa0;: {room}.</translation>
    </message>
    <message>
        <source>{name} holds {count} scenarios that are not on the desk, which has room for {room}.</source>
        <translation>{name} contient {count} scénarios qui ne sont pas à l’écran&#x202f;; places libres&#xa0;: {room}.</translation>
    </message>
    <message>
        <source>{name} holds {count} scenarios.</source>
        <translation>{name} contient {count} scénarios.</translation>
    </message>
    <message>
        <source>{name} is no longer in its folder; saving will put it back.</source>
        <translation>{name} n’est plus dans son dossier&#x202f;; l’enregistrement l’y remettra.</translation>
    </message>
    <message>
        <source>Replace theirs</source>
        <translation>Remplacer la leur</translation>
    </message>
    <message>
        <source>Beside those on the desk</source>
        <translation>À côté de ceux qui sont à l’écran</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save as another file…</source>
        <translation>Enregistrer dans un autre fichier…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Enregistrer le scénario</translation>
    </message>
    <message>
        <source>Show what differs</source>
        <translation>Montrer ce qui diffère</translation>
    </message>
    <message>
        <source>another takes its place</source>
        <translation>qu’un autre prenne sa place</translation>
    </message>
    <message>
        <source>autosaved work</source>
        <translation>le travail gardé automatiquement</translation>
    </message>
    <message>
        <source>cannot be made ({reason})</source>
        <translation>ne peut pas être créé ({reason})</translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation>ne peut pas être lu&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>la fermeture</translation>
    </message>
    <message>
        <source>in the file</source>
        <translation>dans le fichier</translation>
    </message>
    <message>
        <source>is not what the modeller writes ({kind})</source>
        <translation>n’est pas ce qu’écrit le modélisateur ({kind})</translation>
    </message>
    <message>
        <source>it is kept as {name}</source>
        <translation>il est gardé sous le nom {name}</translation>
    </message>
    <message>
        <source>it is left alone</source>
        <translation>il est laissé tel quel</translation>
    </message>
    <message>
        <source>other work takes its place</source>
        <translation>qu’un autre travail prenne sa place</translation>
    </message>
    <message>
        <source>quitting</source>
        <translation>de quitter</translation>
    </message>
    <message>
        <source>try again in a moment</source>
        <translation>réessayer dans un instant</translation>
    </message>
    <message>
        <source>under this model</source>
        <translation>avec ce modèle</translation>
    </message>
    <message>
        <source>{names}: save the changes before {why}?</source>
        <translation>{names}&#xa0;: enregistrer les modifications avant {why}&#x202f;?</translation>
    </message>
    <message>
        <source>{name} was changed outside this window.</source>
        <translation>{name} a été modifié hors de cette fenêtre.</translation>
    </message>
    <message>
        <source>{name} was edited outside the modeller after it was saved.</source>
        <translation>{name} a été modifié hors du modélisateur après son enregistrement.</translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <translation>{others} et {last}</translation>
    </message>
    <message>
        <source>{title} and others</source>
        <translation>{title} et autres</translation>
    </message>
    <message>
        <source>{title} and {other}</source>
        <translation>{title} et {other}</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>CSV files in one ZIP file</source>
        <translation>Fichiers CSV dans un fichier ZIP</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Desks of scenarios</source>
        <translation>Ensembles de scénarios</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>Dessins</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>lignes JSON</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>Parquet</source>
        <translation>Parquet</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scénarios</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>Diapositives</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>Page web</translation>
    </message>
    <message>
        <source>Word document</source>
        <translation>document Word</translation>
    </message>
    <message>
        <source>Workbook</source>
        <translation>Classeur</translation>
    </message>
    <message>
        <source>data as CSV files</source>
        <translation>données en fichiers CSV</translation>
    </message>
    <message>
        <source>desk of scenarios</source>
        <translation>ensemble de scénarios</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>scénario</translation>
    </message>
    <message>
        <source>slides</source>
        <translation>diapositives</translation>
    </message>
    <message>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>page web</translation>
    </message>
    <message>
        <source>workbook with the data</source>
        <translation>classeur avec les données</translation>
    </message>
</context>
<context>
    <name>Frequency</name>
    <message>
        <source>1 in {figure} faces</source>
        <translation>1 pour {figure} {faces}</translation>
    </message>
    <message>
        <source>1 in {figure} faces (at most 1 in {low})</source>
        <translation>1 pour {figure} {faces} (au plus 1 pour {low})</translation>
    </message>
    <message>
        <source>1 in {figure} faces (from 1 in {low} to 1 in {high})</source>
        <translation>1 pour {figure} {faces} (de 1 pour {low} à 1 pour {high})</translation>
    </message>
    <message>
        <source>fewer than 1 in {figure} faces in 9 of 10 futures</source>
        <translation>moins de 1 pour {figure} {faces} dans 9 futurs sur 10</translation>
    </message>
    <message>
        <source>too few faces are scanned to say how rare they are</source>
        <translation>trop peu de visages sont scannés pour dire leur fréquence</translation>
    </message>
</context>
<context>
    <name>Futures</name>
    <message>
        <source>all {draws} futures</source>
        <translation>la totalité des {draws} futurs</translation>
    </message>
    <message>
        <source>fewer than 1</source>
        <translation>moins de 1</translation>
    </message>
    <message>
        <source>more than 99</source>
        <translation>plus de 99</translation>
    </message>
    <message>
        <source>none of the {draws} futures</source>
        <translation>aucun des {draws} futurs</translation>
    </message>
    <message>
        <source>{count} of 100 futures</source>
        <translation>{count} futurs sur 100</translation>
    </message>
</context>
<context>
    <name>Glance</name>
    <message>
        <source>Beyond evidence: {name}</source>
        <translation>Au-delà des données&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Exactly known: {name}</source>
        <translation>Connu exactement&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Arrests at LFR deployments</source>
        <translation>Arrestations lors des déploiements LFR</translation>
    </message>
    <message>
        <source>Crews suffice for every deployment.</source>
        <translation>Les équipes suffisent à tous les déploiements.</translation>
    </message>
    <message>
        <source>Faces scanned</source>
        <translation>Visages scannés</translation>
    </message>
    <message>
        <source>Makes up for the officers lost</source>
        <translation>Compense les policiers perdus</translation>
    </message>
    <message>
        <source>One figure is a judgement that nobody has published</source>
        <translation>Un chiffre est une appréciation que personne n’a publiée</translation>
    </message>
    <message>
        <source>Outside its derived range: {name}</source>
        <translation>Hors de sa fourchette déduite&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Outside its judged range: {name}</source>
        <translation>Hors de la fourchette d’appréciation&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Outside its published range: {name}</source>
        <translation>Hors de la fourchette publiée&#xa0;: {name}</translation>
    </message>
    <message>
        <source>People wrongly flagged</source>
        <translation>Personnes signalées à tort</translation>
    </message>
    <message>
        <source>Plan delivered</source>
        <translation>Plan réalisé</translation>
    </message>
    <message>
        <source>against the baseline: {change}</source>
        <translation>par rapport à la référence&#xa0;: {change}</translation>
    </message>
    <message>
        <source>against {letter}: {change}</source>
        <translation>face à {letter}&#xa0;: {change}</translation>
    </message>
    <message>
        <source>futures ({grade}).</source>
        <translation>futurs ({grade}).</translation>
    </message>
    <message>
        <source>{count} figures are judgements that nobody has published</source>
        <translation>{count} chiffres sont des appréciations que personne n’a publiées</translation>
    </message>
    <message>
        <source>{officers} posts lost, and no LFR deployments.</source>
        <translation>{officers} postes perdus, et aucun déploiement LFR.</translation>
    </message>
    <message>
        <source>{officers} posts lost, and no extra arrests to make up for them in 9 of 10 futures.</source>
        <translation>{officers} postes perdus, et aucune arrestation en plus pour les compenser dans 9 futurs sur 10.</translation>
    </message>
    <message>
        <source>{officers} posts lost, and no extra arrests to make up for them in half of the futures.</source>
        <translation>{officers} postes perdus, et aucune arrestation en plus pour les compenser dans la moitié des futurs.</translation>
    </message>
    <message>
        <source>{officers} posts lost; breaks even at {figure} ({range}).</source>
        <translation>{officers} postes perdus&#x202f;; équilibre à {figure} ({range}).</translation>
    </message>
    <message>
        <source>{range} in 8 of 10</source>
        <translation>{range} dans 8 sur 10</translation>
    </message>
    <message>
        <source>Set by the user: {name}</source>
        <translation>Fixé par l’utilisateur&#xa0;: {name}</translation>
    </message>
</context>
<context>
    <name>Goal</name>
    <message>
        <source>at least {figure} {noun}</source>
        <translation>{noun}&#xa0;: au moins {figure}</translation>
    </message>
    <message>
        <source>at most {figure} {noun}</source>
        <translation>{noun}&#xa0;: au plus {figure}</translation>
    </message>
    <message>
        <source>fewer than two {noun}</source>
        <translation>{noun}&#xa0;: moins de deux</translation>
    </message>
    <message>
        <source>one or more {noun}</source>
        <translation>{noun}&#xa0;: au moins 1</translation>
    </message>
    <message>
        <source>{noun} not defined</source>
        <translation>{noun}&#xa0;: non défini</translation>
    </message>
    <message>
        <source>{noun} of at least {figure}</source>
        <translation>{noun}&#xa0;: au moins {figure}</translation>
    </message>
    <message>
        <source>{noun} of at most {figure}</source>
        <translation>{noun}&#xa0;: au plus {figure}</translation>
    </message>
    <message>
        <source>{what} in {count} of 100 futures</source>
        <translation>{what} dans {count} futurs sur 100</translation>
    </message>
    <message>
        <source>{what} on average</source>
        <translation>{what} en moyenne</translation>
    </message>
</context>
<context>
    <name>Grid</name>
    <message>
        <source>Change over time…</source>
        <translation>Faire varier dans le temps…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Its range…</source>
        <translation>Sa fourchette…</translation>
    </message>
    <message>
        <source>Bold with a dot: differs from the baseline. Enter or a double click edits, Delete goes back to the baseline, or to the evidence.</source>
        <translation>En gras avec un point&#xa0;: diffère de la référence. Entrée ou un double clic modifie, Suppr revient à la référence, ou aux données.</translation>
    </message>
    <message>
        <source>Differences only</source>
        <translation>Différences seulement</translation>
    </message>
    <message>
        <source>Over {weeks} weeks; in brackets where 8 of 10 futures lie</source>
        <translation>Sur {weeks} semaines&#x202f;; entre parenthèses, l’étendue de 8 futurs sur 10</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Calcul</translation>
    </message>
    <message>
        <source>Scenarios side by side</source>
        <translation>Scénarios côte à côte</translation>
    </message>
    <message>
        <source>is “{typed}”</source>
        <translation>vaut «&#xa0;{typed}&#xa0;»</translation>
    </message>
    <message>
        <source>type a whole number</source>
        <translation>saisir un nombre entier</translation>
    </message>
    <message>
        <source>{title} has {there}</source>
        <translation>{title} a {there}</translation>
    </message>
    <message>
        <source>{words}, changed from {there}</source>
        <translation>{words}, au lieu de {there}</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>Futures that make up for the arrests of officers lost</source>
        <translation>Futurs qui compensent les arrestations des policiers perdus</translation>
    </message>
    <message>
        <source>Share of the plan delivered</source>
        <translation>Part du plan réalisée</translation>
    </message>
    <message>
        <source>{count} of 100</source>
        <translation>{count} sur 100</translation>
    </message>
    <message>
        <source>{figure} ({range}): {comparison}</source>
        <translation>{figure} ({range}) — {comparison}</translation>
    </message>
</context>
<context>
    <name>Headlines</name>
    <message>
        <source>Full sentences under every figure</source>
        <translation>Des phrases complètes sous chaque chiffre</translation>
    </message>
    <message>
        <source>Headlines</source>
        <translation>L’essentiel</translation>
    </message>
    <message>
        <source>In full sentences</source>
        <translation>En phrases complètes</translation>
    </message>
    <message>
        <source>Names the figures that are judgements</source>
        <translation>Nomme les chiffres qui sont des appréciations</translation>
    </message>
    <message>
        <source>The figures will appear here in a moment.</source>
        <translation>Les chiffres apparaîtront ici dans un instant.</translation>
    </message>
    <message>
        <source>To bear in mind</source>
        <translation>À garder à l’esprit</translation>
    </message>
    <message>
        <source>Which?</source>
        <translation>Lesquels&#x202f;?</translation>
    </message>
    <message>
        <source>in {baseline}, {title}</source>
        <translation>dans {baseline}, {title}</translation>
    </message>
    <message>
        <source>the baseline</source>
        <translation>la référence</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>**Faces scanned** follow from the hours deployed and how busy places are.</source>
        <translation>Les **visages scannés** découlent des heures de déploiement et de l’affluence des lieux.</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>Accessibilité</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Changes measured</source>
        <translation>Changements mesurés</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>Graphiques</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy the citation</source>
        <translation>Copier la citation</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Données</translation>
    </message>
    <message>
        <source>Evidence and sources</source>
        <translation>Données probantes et sources</translation>
    </message>
    <message>
        <source>Figures in common use that are wrong as they stand</source>
        <translation>Chiffres courants faux tels quels</translation>
    </message>
    <message>
        <source>Futures</source>
        <translation>Futurs</translation>
    </message>
    <message>
        <source>Futures while a lever is moved</source>
        <translation>Futurs pendant qu’un levier bouge</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossaire</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>Degré</translation>
    </message>
    <message>
        <source>Headlines</source>
        <translation>L’essentiel</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>How to cite</source>
        <translation>Comment citer</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Lever</source>
        <translation>Levier</translation>
    </message>
    <message>
        <source>Levers</source>
        <translation>Leviers</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>On the left. *Choices* are what the policymaker decides, *circumstances* what happens to the force, *beliefs* how well the system and the crews perform. The tick under a track is the baseline. Where a track is hatched, nobody has seen such a value yet: results there are extrapolation and say so.</source>
        <translation>À gauche. Les *choix* sont ce que l’autorité décide, les *circonstances* ce qui arrive à la police, les *hypothèses* l’efficacité du système et des équipes. Le trait sous une glissière est la référence. Là où une glissière est hachurée, personne n’a encore vu une telle valeur&#xa0;: les résultats y sont une extrapolation, et le disent.</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performances</translation>
    </message>
    <message>
        <source>Policy scenario modeller</source>
        <translation>Modélisateur de scénarios de politique publique</translation>
    </message>
    <message>
        <source>Quote a figure with its range, and say when it lies beyond the evidence. A briefing (File ▸ Briefing) carries its own citation and the scenario itself.</source>
        <translation>Citer un chiffre avec sa fourchette, et dire quand il se situe au-delà des données. Une note d’information (Fichier ▸ Note d’information) porte sa propre citation et le scénario lui-même.</translation>
    </message>
    <message>
        <source>Reading the window</source>
        <translation>Lire la fenêtre</translation>
    </message>
    <message>
        <source>Scenario “{title}”, fingerprint {fingerprint}, projected on {day} with modeller {version} (model {model}, {record}), {draws} futures of {weeks} weeks, seed {seed}.</source>
        <translation>Scénario «&#xa0;{title}&#xa0;», empreinte {fingerprint}, projeté le {day} avec le modélisateur {version} (modèle {model}, {record}), {draws} futurs de {weeks} semaines, graine {seed}.</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scénarios</translation>
    </message>
    <message>
        <source>Scenarios on the desk</source>
        <translation>Scénarios du plan de travail</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Commencer ici</translation>
    </message>
    <message>
        <source>The model in full</source>
        <translation>Le modèle en entier</translation>
    </message>
    <message>
        <source>This page was not shipped with the modeller</source>
        <translation>Cette page n’est pas fournie avec le modélisateur</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Fils d’exécution</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Sujets</translation>
    </message>
    <message>
        <source>What would follow if {force} changed how often it deploys live facial recognition, while it loses officers, staff and money? Move a lever and see, with a range for every figure.</source>
        <translation>Que se passerait-il si {force} changeait la fréquence de ses déploiements de reconnaissance faciale en temps réel, tout en perdant des policiers, du personnel et de l’argent&#x202f;? Déplacez un levier et voyez, avec une fourchette pour chaque chiffre.</translation>
    </message>
    <message>
        <source>Whether an arrest would have been made anyway; whether facial recognition saves officers’ time; what people do once they know where the cameras are; what else the crews would have done; who walked past. None of these is in the ranges. Ten deployments a week have never happened: everything near ten is extrapolation.</source>
        <translation>Si une arrestation aurait eu lieu de toute façon&#x202f;; si la reconnaissance faciale fait gagner du temps aux policiers&#x202f;; ce que font les gens une fois qu’ils savent où sont les caméras&#x202f;; ce que les équipes auraient fait d’autre&#x202f;; qui est passé devant. Rien de cela n’est dans les fourchettes. Dix déploiements par semaine n’ont jamais eu lieu&#xa0;: tout ce qui approche de dix est une extrapolation.</translation>
    </message>
    <message>
        <source>While you move a lever, the live figures come from all futures if this computer can project them within a frame of 16 ms; otherwise from the first of them, as many as the largest power of two that it can. That is measured, and decided each time you take a lever, never while you hold it. When you stop, the figures come from all futures. The settled figures follow a moment later. None of this leaves your computer.</source>
        <translation>Pendant qu’un levier bouge, les chiffres instantanés viennent de tous les futurs si ceux-ci tiennent dans une image de 16 ms sur cet ordinateur, sinon des premiers&#x202f;: autant que la plus grande puissance de deux qui y tient. C’est mesuré, et décidé chaque fois que vous prenez un levier, jamais pendant que vous le tenez. À l’arrêt, ils viennent de tous. Les chiffres définitifs suivent un instant plus tard. Rien de cela ne quitte votre ordinateur.</translation>
    </message>
    <message>
        <source>machine code, compiled on this computer</source>
        <translation>code machine, compilé sur cet ordinateur</translation>
    </message>
    <message>
        <source>**Deployments** are the planned number or what the crews can manage, whichever is less. Losing officers, staff or budget leaves fewer crews; nobody has published how far each loss reaches the crews.</source>
        <translation>Les **déploiements** sont le nombre prévu ou ce que les équipes peuvent assurer, selon le moindre des deux. La perte de policiers, de personnel civil ou de budget laisse moins d’équipes&#x202f;; personne n’a publié dans quelle mesure chaque perte touche les équipes.</translation>
    </message>
    <message>
        <source>**Alerts** are true or false. True alerts depend on deployments, hours, the watchlist and the true match rate; false alerts on the faces scanned and the watchlist.</source>
        <translation>Les **alertes** sont justes ou fausses. Les alertes justes dépendent des déploiements, des heures, de la liste de surveillance et du taux de reconnaissance juste&#x202f;; les fausses, des visages scannés et de la liste.</translation>
    </message>
    <message>
        <source>**Arrests** are a share of the true alerts; with fewer officers at a deployment the share is smaller.</source>
        <translation>Les **arrestations** sont une part des alertes justes&#x202f;; avec moins de policiers par déploiement, elle baisse.</translation>
    </message>
    <message>
        <source>*Published*: somebody has published the figure. *Derived*: computed here from the record or other published figures. *Judgement*: nobody has published it; its range is wide, and every result that rests on it says so. There is more about each belief under Evidence ▸ Beliefs and their evidence.</source>
        <translation>*Publié*&#xa0;: le chiffre a été publié. *Dérivé*&#xa0;: calculé ici à partir du relevé ou d’autres chiffres publiés. *Appréciation*&#xa0;: personne ne l’a publié&#x202f;; sa fourchette est large, et chaque résultat qui s’y appuie le dit. Plus de détails sur chaque hypothèse sous Données probantes ▸ Hypothèses et leurs données.</translation>
    </message>
    <message>
        <source>19 in 20 within</source>
        <translation>19 sur 20 en moins de</translation>
    </message>
    <message>
        <source>Above the charts, one sentence with the answer. On the right, totals with their ranges beside the last full year. A change is counted future by future, with the same luck in both scenarios. “Which?” names the figures that nobody has published.</source>
        <translation>Au-dessus des graphiques, la réponse en une phrase. À droite, les totaux avec leurs fourchettes à côté de la dernière année complète. Un écart est compté futur par futur, avec la même chance dans les deux scénarios. «&#xa0;Lesquels&#x202f;?&#xa0;» nomme les chiffres que personne n’a publiés.</translation>
    </message>
    <message>
        <source>Below: up to four. The levers change the selected one. Everything can be undone.</source>
        <translation>En bas&#xa0;: quatre au plus. Les leviers agissent sur celui qui est sélectionné. Tout peut être annulé.</translation>
    </message>
    <message>
        <source>F1 opens the help page for where you are; on a lever it says what the lever is and where its figures come from. Shift+F1 explains in a sentence whatever has the focus.</source>
        <translation>F1 ouvre la page d’aide qui convient à l’endroit&#x202f;; sur un levier, elle dit ce qu’il est et d’où viennent ses chiffres. Maj+F1 explique en une phrase ce qui a le focus.</translation>
    </message>
    <message>
        <source>How quickly a change appears</source>
        <translation>Délai d’affichage d’un changement</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Mesurer à nouveau</translation>
    </message>
    <message>
        <source>Nothing has been measured yet: move a lever, then look again.</source>
        <translation>Rien n’a encore été mesuré&#xa0;: déplacer un levier, puis regarder de nouveau.</translation>
    </message>
    <message>
        <source>Processors in this computer</source>
        <translation>Processeurs de cet ordinateur</translation>
    </message>
    <message>
        <source>The fingerprint covers everything that determines the figures, but not titles and notes. Anyone who opens a scenario with the same fingerprint in the same version gets the same figures. It proves unchanged content and a repeatable calculation, not truth.</source>
        <translation>L’empreinte porte sur tout ce qui détermine les chiffres, mais non sur les titres et les notes. Quiconque ouvre un scénario de même empreinte dans la même version obtient les mêmes chiffres. Elle prouve un contenu inchangé et un calcul répétable, non la vérité.</translation>
    </message>
    <message>
        <source>The line is the middle of 10,000 possible futures: half lie above it, half below. The dark band holds half of them, the light band 8 in 10. To the left of “record ends” is what {force} has published. Other scenarios are dashed lines with their letter.</source>
        <translation>La ligne est le milieu de 10 000 futurs possibles&#xa0;: la moitié se situe au-dessus, l’autre au-dessous. La bande foncée en contient la moitié, la bande claire 8 sur 10. À gauche de «&#xa0;fin du relevé&#xa0;» figure ce que {force} a publié. Les autres scénarios sont des tirets avec leur lettre.</translation>
    </message>
    <message>
        <source>The modeller works through many possible futures week by week, from deployments to arrests. Each future has its own luck and one value of every belief, drawn from the evidence. What you see are the middle and the ranges of all futures.</source>
        <translation>Le modélisateur suit de nombreux futurs possibles, semaine par semaine, des déploiements aux arrestations. Chaque futur a sa propre chance et une valeur de chaque hypothèse, tirée des données. Ce qui est montré est le milieu et les fourchettes de tous les futurs.</translation>
    </message>
    <message>
        <source>The time from a change to the selected scenario until the chart of arrests is painted with its figures, for the last {kept} changes at most. A screen shows 60 frames a second, one every 16.7 ms; up to about 100 ms a change feels immediate.</source>
        <translation>Le temps entre un changement du scénario sélectionné et l’affichage du graphique des arrestations avec ses chiffres, pour les {kept} derniers changements au plus. Un écran montre 60&#x202f;images par seconde, une toutes les 16,7&#x202f;ms&#x202f;; jusqu’à 100&#x202f;ms environ, un changement paraît immédiat.</translation>
    </message>
    <message>
        <source>Two scenarios share the same luck, so the difference between them comes from the levers. The same inputs give the same figures on any machine; the fingerprint lets you check this.</source>
        <translation>Deux scénarios partagent la même chance&#xa0;: leur écart vient donc des leviers. Les mêmes entrées donnent les mêmes chiffres sur toute machine&#x202f;; l’empreinte permet de le vérifier.</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Semaines</translation>
    </message>
    <message>
        <source>What is on the screen now:</source>
        <translation>Ce qui est à l’écran maintenant&#xa0;:</translation>
    </message>
    <message>
        <source>What is projected</source>
        <translation>Ce qui est projeté</translation>
    </message>
    <message>
        <source>What the model does not know</source>
        <translation>Ce que le modèle ne sait pas</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>Ce qu’elles font</translation>
    </message>
    <message>
        <source>[How the figures are made](topic:method)</source>
        <translation>[Comment les chiffres sont établis](topic:method)</translation>
    </message>
    <message>
        <source>[Quoting a result](topic:cite)</source>
        <translation>[Citer un résultat](topic:cite)</translation>
    </message>
    <message>
        <source>[Reading the window](topic:reading)</source>
        <translation>[Lire la fenêtre](topic:reading)</translation>
    </message>
    <message>
        <source>[The model in full, with its equations](topic:model)</source>
        <translation>[Le modèle en entier, avec ses équations](topic:model)</translation>
    </message>
    <message>
        <source>[Using the keyboard](topic:shortcuts)</source>
        <translation>[Utiliser le clavier](topic:shortcuts)</translation>
    </message>
    <message>
        <source>[What the words mean](topic:glossary)</source>
        <translation>[Ce que les mots veulent dire](topic:glossary)</translation>
    </message>
    <message>
        <source>[Where they come from](topic:evidence)</source>
        <translation>[D’où ils viennent](topic:evidence)</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>dérivé</translation>
    </message>
    <message>
        <source>judgement</source>
        <translation>appréciation</translation>
    </message>
    <message>
        <source>machine code, compiled in advance</source>
        <translation>code machine, compilé à l’avance</translation>
    </message>
    <message>
        <source>numpy, until the machine code is ready</source>
        <translation>numpy, en attendant le code machine</translation>
    </message>
    <message>
        <source>numpy: there is no machine code for this computer</source>
        <translation>numpy&#xa0;: il n’y a pas de code machine pour cet ordinateur</translation>
    </message>
    <message>
        <source>published</source>
        <translation>publié</translation>
    </message>
</context>
<context>
    <name>Help card</name>
    <message>
        <source> to </source>
        <translation> à </translation>
    </message>
    <message>
        <source>About {label}</source>
        <translation>À propos de&#xa0;: {label}</translation>
    </message>
    <message>
        <source>All about this belief…</source>
        <translation>Tout sur cette hypothèse…</translation>
    </message>
    <message>
        <source>Derived: computed here from the record or other published figures.</source>
        <translation>Dérivé&#xa0;: calculé ici à partir du relevé ou d’autres chiffres publiés.</translation>
    </message>
    <message>
        <source>From {ends}. Evidence: {baseline}; {range}.</source>
        <translation>De {ends}. Données&#xa0;: {baseline}&#x202f;; {range}.</translation>
    </message>
    <message>
        <source>From {ends}. Baseline {baseline}.</source>
        <translation>De {ends}. Référence&#xa0;: {baseline}.</translation>
    </message>
    <message>
        <source>Judgement: nobody has published it, so its range is wide.</source>
        <translation>Appréciation&#xa0;: personne ne l’a publié, sa fourchette est donc large.</translation>
    </message>
    <message>
        <source>Published: somebody has published this figure.</source>
        <translation>Publié&#xa0;: ce chiffre a été publié.</translation>
    </message>
    <message>
        <source>Sources: {join}</source>
        <translation>Sources&#xa0;: {join}</translation>
    </message>
    <message>
        <source>derived</source>
        <translation>dérivé</translation>
    </message>
    <message>
        <source>judgement</source>
        <translation>appréciation</translation>
    </message>
    <message>
        <source>published</source>
        <translation>publié</translation>
    </message>
</context>
<context>
    <name>Hindsight</name>
    <message>
        <source>By the end of week {week}</source>
        <translation>À la fin de la semaine {week}</translation>
    </message>
    <message>
        <source>From {day} {month} {year}, {told}</source>
        <translation>À partir du {day} {month} {year}, {told}</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Constaté</translation>
    </message>
    <message>
        <source>{label} a week · 80 and 50 % bands; line with dots: what happened</source>
        <translation>{label} par semaine · bandes à 80 et 50&#x202f;%&#x202f;; ligne à points&#xa0;: ce qui s’est produit</translation>
    </message>
    <message>
        <source>{label} since the first week · 80 and 50 % bands; line with dots: what happened</source>
        <translation>{label} depuis la première semaine · bandes à 80 et 50&#x202f;%&#x202f;; ligne à points&#xa0;: ce qui s’est produit</translation>
    </message>
    <message>
        <source>{label}: {figure} happened, above the 80 % band</source>
        <translation>{label}&#xa0;: {figure} en réalité, au-dessus de la bande à 80&#x202f;%</translation>
    </message>
    <message>
        <source>{label}: {figure} happened, below the 80 % band</source>
        <translation>{label}&#xa0;: {figure} en réalité, au-dessous de la bande à 80&#x202f;%</translation>
    </message>
    <message>
        <source>{label}: {figure} happened, inside the 80 % band</source>
        <translation>{label}&#xa0;: {figure} en réalité, dans la bande à 80&#x202f;%</translation>
    </message>
    <message>
        <source>{label}: {held} of {count} weeks inside the 80 % band</source>
        <translation>{label}&#xa0;: {held} semaines sur {count} dans la bande à 80&#x202f;%</translation>
    </message>
    <message>
        <source>{when}: {happened} happened; it would have said {middle}, 8 in 10 futures {range}.</source>
        <translation>{when}&#xa0;: {happened} en réalité&#x202f;; le modèle aurait annoncé {middle}, 8 futurs sur 10 à {range}.</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Keep now</source>
        <translation>Garder</translation>
    </message>
    <message>
        <source>No versions yet</source>
        <translation>Pas encore de version</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>The history ({name})</source>
        <translation>L’historique ({name})</translation>
    </message>
    <message>
        <source>A note keeps this version for good</source>
        <translation>Une note conserve définitivement cette version</translation>
    </message>
    <message>
        <source>Go back to this version; this can be undone</source>
        <translation>Revenir à cette version&#x202f;; cela peut être annulé</translation>
    </message>
    <message>
        <source>Keep a version of the scenario as it is now</source>
        <translation>Garder une version du scénario tel qu’il est maintenant</translation>
    </message>
    <message>
        <source>Note on the selected version</source>
        <translation>Note sur la version sélectionnée</translation>
    </message>
    <message>
        <source>They are saved automatically while you work.</source>
        <translation>Elles sont enregistrées automatiquement pendant le travail.</translation>
    </message>
    <message>
        <source>Versions of the selected scenario</source>
        <translation>Versions du scénario sélectionné</translation>
    </message>
    <message>
        <source>a version could not be read again</source>
        <translation>une version ne pourrait pas être relue</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>à une heure inconnue</translation>
    </message>
    <message>
        <source>cannot be kept ({error})</source>
        <translation>ne peut pas être gardé ({error})</translation>
    </message>
    <message>
        <source>cannot be opened ({error})</source>
        <translation>ne peut pas être ouvert ({error})</translation>
    </message>
    <message>
        <source>cannot be opened ({reason})</source>
        <translation>ne peut pas être ouvert ({reason})</translation>
    </message>
    <message>
        <source>comes from a newer version of the modeller</source>
        <translation>provient d’une version plus récente du modélisateur</translation>
    </message>
    <message>
        <source>first version kept</source>
        <translation>première version gardée</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>est endommagé</translation>
    </message>
    <message>
        <source>it was set aside as {name}, and a new one was started</source>
        <translation>il a été mis de côté sous le nom {name}, et un nouveau a été commencé</translation>
    </message>
    <message>
        <source>versions are kept until the window closes</source>
        <translation>les versions sont gardées jusqu’à la fermeture de la fenêtre</translation>
    </message>
    <message>
        <source>yesterday {time}</source>
        <translation>hier {time}</translation>
    </message>
    <message>
        <source>you can carry on; save versions under new names</source>
        <translation>vous pouvez continuer&#x202f;; enregistrer les versions sous de nouveaux noms</translation>
    </message>
    <message>
        <source>“{note}”</source>
        <translation>«&#xa0;{note}&#xa0;»</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message numerus="yes">
        <source>%n more such gap(s).</source>
        <translation>
            <numerusform>%n autre lacune de ce genre.</numerusform>
            <numerusform>%n autres lacunes de ce genre.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new week(s)</source>
        <translation>
            <numerusform>%n semaine nouvelle</numerusform>
            <numerusform>%n semaines nouvelles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) without a place are kept.</source>
        <translation>
            <numerusform>%n ligne sans lieu est gardée.</numerusform>
            <numerusform>%n lignes sans lieu sont gardées.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to be confirmed before it can be kept.</source>
        <translation>
            <numerusform>%n point à confirmer avant de pouvoir le garder.</numerusform>
            <numerusform>%n points à confirmer avant de pouvoir le garder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to put right: choose what a column is, or correct the file. Nothing is kept.</source>
        <translation>
            <numerusform>%n point à corriger&#xa0;: choisissez ce qu’est une colonne, ou corrigez le fichier. Rien n’est gardé.</numerusform>
            <numerusform>%n points à corriger&#xa0;: choisissez ce qu’est une colonne, ou corrigez le fichier. Rien n’est gardé.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) differ by one alert or arrest, as two published versions do; the record’s figures are kept.</source>
        <translation>
            <numerusform>%n semaine avec une alerte ou une arrestation de plus ou de moins, comme entre deux versions publiées&#x202f;; les chiffres du relevé sont conservés.</numerusform>
            <numerusform>%n semaines avec une alerte ou une arrestation de plus ou de moins, comme entre deux versions publiées&#x202f;; les chiffres du relevé sont conservés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) that the record has, given with other figures: {weeks}.</source>
        <translation>
            <numerusform>%n semaine du relevé, donnée avec d’autres chiffres&#xa0;: {weeks}.</numerusform>
            <numerusform>%n semaines du relevé, données avec d’autres chiffres&#xa0;: {weeks}.</numerusform>
        </translation>
    </message>
    <message>
        <source>, or </source>
        <translation>, ou </translation>
    </message>
    <message>
        <source>A CSV file, a workbook, a PDF with ruled tables, or a table copied from a page or a sheet: choose it, paste it, or drop it here. You see first how it would be read; nothing is kept until you say so.</source>
        <translation>Un fichier CSV, un classeur, un PDF aux tableaux quadrillés, ou un tableau copié d’une page ou d’une feuille&#xa0;: choisissez-le, collez-le ou déposez-le ici. Vous voyez d’abord comment il serait lu&#x202f;; rien n’est gardé avant que vous ne le disiez.</translation>
    </message>
    <message>
        <source>A table as it was published</source>
        <translation>Un tableau tel qu’il a été publié</translation>
    </message>
    <message>
        <source>Added to {record}: {weeks}.</source>
        <translation>Ajout ({record})&#xa0;: {weeks}.</translation>
    </message>
    <message>
        <source>Added to: {record}</source>
        <translation>Ajoutées à&#xa0;: {record}</translation>
    </message>
    <message>
        <source>All alerts</source>
        <translation>Toutes les alertes</translation>
    </message>
    <message>
        <source>Arrests</source>
        <translation>Arrestations</translation>
    </message>
    <message>
        <source>Borough</source>
        <translation>Arrondissement</translation>
    </message>
    <message>
        <source>By itself the table holds nothing to calibrate on; it is added to “{record}”.</source>
        <translation>Seul, le tableau n’offre rien sur quoi caler&#x202f;; il est ajouté à «&#xa0;{record}&#xa0;».</translation>
    </message>
    <message numerus="yes">
        <source>On its own: %n week(s) with a row, {first} to {last}.</source>
        <translation>
            <numerusform>%n semaine renseignée, sans autre relevé, du {first} au {last}.</numerusform>
            <numerusform>%n semaines renseignées, sans autre relevé, du {first} au {last}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Calibrating on these weeks …</source>
        <translation>Calage sur ces semaines…</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s), each of them known. Your choices are remembered.</source>
        <translation>
            <numerusform>%n lieu, connu. Vos choix sont mémorisés.</numerusform>
            <numerusform>%n lieux, tous connus. Vos choix sont mémorisés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colonne</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Columns are read as you chose for such a table before.</source>
        <translation>Les colonnes sont prises comme vous l’avez indiqué pour un tel tableau.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Dates are read day first.</source>
        <translation>Dans les dates, le jour vient d’abord.</translation>
    </message>
    <message>
        <source>Dates seem to put the month first: {lines} (“{text}”) cannot be read otherwise, so all are read that way.</source>
        <translation>Dans les dates, le mois semble venir d’abord&#xa0;: {lines} ne se lisent pas autrement («&#xa0;{text}&#xa0;»), toutes sont donc lues ainsi.</translation>
    </message>
    <message>
        <source>Dates that are plain numbers are read as Excel counts its days.</source>
        <translation>Les dates qui sont de simples nombres sont lues comme Excel compte ses jours.</translation>
    </message>
    <message>
        <source>Decimals are written with a comma.</source>
        <translation>Les décimales sont écrites avec une virgule.</translation>
    </message>
    <message>
        <source>Deployments in the week</source>
        <translation>Déploiements de la semaine</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Event: yes or no</source>
        <translation>Événement&#xa0;: oui ou non</translation>
    </message>
    <message>
        <source>Every calibrated number before and after</source>
        <translation>Chaque nombre calé, avant et après</translation>
    </message>
    <message>
        <source>Every calibrated number is shown here once everything is confirmed.</source>
        <translation>Chaque nombre calé paraît ici dès que tout est confirmé.</translation>
    </message>
    <message>
        <source>Every row is taken.</source>
        <translation>Toutes les lignes sont prises.</translation>
    </message>
    <message>
        <source>Faces scanned</source>
        <translation>Visages scannés</translation>
    </message>
    <message>
        <source>False alerts</source>
        <translation>Fausses alertes</translation>
    </message>
    <message>
        <source>False alerts: those confirmed</source>
        <translation>Fausses alertes&#xa0;: confirmées</translation>
    </message>
    <message>
        <source>False alerts: those not confirmed</source>
        <translation>Fausses alertes&#xa0;: non confirmées</translation>
    </message>
    <message>
        <source>Fixed cameras: yes or no</source>
        <translation>Caméras fixes&#xa0;: oui ou non</translation>
    </message>
    <message>
        <source>How faces were counted</source>
        <translation>Mode de comptage des visages</translation>
    </message>
    <message>
        <source>Import a record</source>
        <translation>Importer un relevé</translation>
    </message>
    <message>
        <source>In the week of {week} the threshold changed; it is taken as unknown there.</source>
        <translation>Dans la semaine du {week}, le seuil a changé&#x202f;; il y est tenu pour inconnu.</translation>
    </message>
    <message>
        <source>Is taken as</source>
        <translation>Est comprise comme</translation>
    </message>
    <message>
        <source>Is this site or borough</source>
        <translation>Est ce site ou cet arrondissement</translation>
    </message>
    <message>
        <source>Its first cells</source>
        <translation>Ses premières cellules</translation>
    </message>
    <message>
        <source>Its rows are</source>
        <translation>Ses lignes sont</translation>
    </message>
    <message>
        <source>Keep this record</source>
        <translation>Garder ce relevé</translation>
    </message>
    <message>
        <source>Kept as “{name}”, beside the shipped record.</source>
        <translation>Gardé sous le nom «&#xa0;{name}&#xa0;», à côté du relevé fourni.</translation>
    </message>
    <message>
        <source>Left out ({count})</source>
        <translation>Écartées ({count})</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Ligne</translation>
    </message>
    <message>
        <source>Locked projections against these weeks</source>
        <translation>Projections verrouillées face à ces semaines</translation>
    </message>
    <message>
        <source>Median and 90 % range, before and after.</source>
        <translation>Médiane et intervalle à 90&#xa0;%, avant et après.</translation>
    </message>
    <message numerus="yes">
        <source>No row for %n week(s) between the end of the record, {last}, and {first}.</source>
        <translation>
            <numerusform>Aucune ligne pour&#x202f;%n semaine entre la fin du relevé, le {last}, et le {first}.</numerusform>
            <numerusform>Aucune ligne pour&#x202f;%n semaines entre la fin du relevé, le {last}, et le {first}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No row for %n week(s) between {before} and {after}.</source>
        <translation>
            <numerusform>Aucune ligne pour&#x202f;%n semaine entre le {before} et le {after}.</numerusform>
            <numerusform>Aucune ligne pour&#x202f;%n semaines entre le {before} et le {after}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No row for %n week(s) between {last} and the record’s beginning, {first}.</source>
        <translation>
            <numerusform>Aucune ligne pour&#x202f;%n semaine entre le {last} et le début du relevé, le {first}.</numerusform>
            <numerusform>Aucune ligne pour&#x202f;%n semaines entre le {last} et le début du relevé, le {first}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not known: kept as it is</source>
        <translation>Inconnu&#xa0;: gardé tel quel</translation>
    </message>
    <message>
        <source>Not known: left out</source>
        <translation>Inconnue&#xa0;: écartée</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Inutile</translation>
    </message>
    <message>
        <source>Nothing is kept yet.</source>
        <translation>Rien n’est encore gardé.</translation>
    </message>
    <message>
        <source>Nothing unusual was found.</source>
        <translation>Rien d’inhabituel n’a été trouvé.</translation>
    </message>
    <message>
        <source>Other scenarios keep their record, so part of any difference from them comes from the records.</source>
        <translation>Les autres scénarios gardent leur relevé&#xa0;: une partie de toute différence avec eux vient des relevés.</translation>
    </message>
    <message>
        <source>Other sheets look like records, too: {names}.</source>
        <translation>D’autres feuilles ressemblent aussi à des relevés&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>Paste a table</source>
        <translation>Coller un tableau</translation>
    </message>
    <message>
        <source>Pasted table</source>
        <translation>Tableau collé</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Place in the table</source>
        <translation>Lieu dans le tableau</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <source>Places that are spelt nearly like known ones: {places}.</source>
        <translation>Lieux écrits presque comme des lieux connus&#xa0;: {places}.</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Lignes</translation>
    </message>
    <message>
        <source>Rows left out</source>
        <translation>Lignes écartées</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Feuille</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>The ledger cannot be scored: {faults}</source>
        <translation>Le registre ne peut pas être évalué&#xa0;: {faults}</translation>
    </message>
    <message>
        <source>The ledger is scored on its weeks, below.</source>
        <translation>Le registre est évalué sur ses semaines, ci-dessous.</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” is read.</source>
        <translation>La feuille «&#xa0;{sheet}&#xa0;» est lue.</translation>
    </message>
    <message>
        <source>The table names no places; its rows are kept without.</source>
        <translation>Le tableau ne nomme aucun lieu&#x202f;; ses lignes sont gardées sans.</translation>
    </message>
    <message>
        <source>The threshold is {value} in the week of {week}; the record in use has {expected}. False alerts are comparable at one threshold only.</source>
        <translation>Le seuil est de {value} dans la semaine du {week}&#x202f;; le relevé employé a {expected}. Les fausses alertes ne se comparent qu’à seuil égal.</translation>
    </message>
    <message>
        <source>There is no table on the clipboard.</source>
        <translation>Il n’y a pas de tableau dans le presse-papiers.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>To confirm</source>
        <translation>À confirmer</translation>
    </message>
    <message>
        <source>To confirm ({count})</source>
        <translation>À confirmer ({count})</translation>
    </message>
    <message>
        <source>True alerts</source>
        <translation>Alertes justes</translation>
    </message>
    <message>
        <source>True alerts: those confirmed</source>
        <translation>Alertes justes&#xa0;: confirmées</translation>
    </message>
    <message>
        <source>True alerts: those not confirmed</source>
        <translation>Alertes justes&#xa0;: non confirmées</translation>
    </message>
    <message>
        <source>Use for the selected scenario</source>
        <translation>Utiliser pour le scénario sélectionné</translation>
    </message>
    <message>
        <source>Watchlist size</source>
        <translation>Taille de la liste de surveillance</translation>
    </message>
    <message>
        <source>Week beginning</source>
        <translation>Semaine commençant le</translation>
    </message>
    <message>
        <source>Week, and what differs: the record → the table</source>
        <translation>Semaine, et ce qui diffère&#xa0;: le relevé → le tableau</translation>
    </message>
    <message>
        <source>Weeks with other figures than the record’s</source>
        <translation>Semaines aux chiffres autres que ceux du relevé</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Ce qui est fait</translation>
    </message>
    <message>
        <source>What it changes</source>
        <translation>Ce que cela change</translation>
    </message>
    <message>
        <source>What the table is taken as</source>
        <translation>Ce qui est compris du tableau</translation>
    </message>
    <message>
        <source>Your choices for columns and places could not be kept. {problems}</source>
        <translation>Ce que vous avez dit des colonnes et des lieux n’a pas pu être retenu. {problems}</translation>
    </message>
    <message>
        <source>“{text}” is read as {number}, because “{other}” in {line} has commas between thousands.</source>
        <translation>«&#xa0;{text}&#xa0;» est lu comme {number}, parce que «&#xa0;{other}&#xa0;» ({line}) a des virgules entre les milliers.</translation>
    </message>
    <message>
        <source>“{text}” is read as {number}, because “{other}” in {line} has points between thousands.</source>
        <translation>«&#xa0;{text}&#xa0;» est lu comme {number}, parce que «&#xa0;{other}&#xa0;» ({line}) a des points entre les milliers.</translation>
    </message>
    <message>
        <source>“{text}” is {number} and “{other}” is {other_number}, and the others are read alike</source>
        <translation>«&#xa0;{text}&#xa0;» vaut {number} et «&#xa0;{other}&#xa0;» vaut {other_number}, et les autres sont lus de même</translation>
    </message>
    <message>
        <source>“{text}” is {number}, and the others are read alike</source>
        <translation>«&#xa0;{text}&#xa0;» vaut {number}, et les autres sont lus de même</translation>
    </message>
    <message>
        <source>What “{heading}” is taken as</source>
        <translation>Ce que «&#xa0;{heading}&#xa0;» est censé être</translation>
    </message>
    <message>
        <source>Dates such as “{text}” may put the month first: read that way, none is after today; with the day first, some are.</source>
        <translation>Des dates telles que «&#xa0;{text}&#xa0;» commencent peut-être par le mois&#xa0;: lues ainsi, aucune n’est postérieure à aujourd’hui&#x202f;; le jour d’abord, certaines le seraient.</translation>
    </message>
    <message>
        <source>Dates such as “{text}” may put the month first: read that way, the rows are in date order; with the day first, they jump back and forth.</source>
        <translation>Des dates telles que «&#xa0;{text}&#xa0;» commencent peut-être par le mois&#xa0;: lues ainsi, les lignes se suivent dans l’ordre des dates&#x202f;; le jour d’abord, elles iraient d’avant en arrière.</translation>
    </message>
    <message>
        <source>From the week of {week}, faces are counted on a different basis from the record in use.</source>
        <translation>À partir de la semaine du {week}, les visages sont comptés sur une autre base que dans le relevé utilisé.</translation>
    </message>
    <message>
        <source>Kept by themselves, as a separate record</source>
        <translation>Gardées seules, comme un relevé à part</translation>
    </message>
    <message>
        <source>Which column is taken as what</source>
        <translation>Quelle colonne est comprise comme quoi</translation>
    </message>
    <message>
        <source>Which place is which site or borough</source>
        <translation>Quel lieu est quel site ou arrondissement</translation>
    </message>
    <message>
        <source>Which site or borough “{place}” is</source>
        <translation>Quel site ou arrondissement est «&#xa0;{place}&#xa0;»</translation>
    </message>
    <message>
        <source>Why it is left out</source>
        <translation>Pourquoi elle est écartée</translation>
    </message>
    <message>
        <source>Without a place, and kept: {lines}.</source>
        <translation>Sans lieu, et conservées&#xa0;: {lines}.</translation>
    </message>
    <message>
        <source>Wrong ({count})</source>
        <translation>À corriger ({count})</translation>
    </message>
    <message>
        <source>a known difference: the record’s figures are kept</source>
        <translation>une différence connue&#xa0;: les chiffres du relevé sont gardés</translation>
    </message>
    <message>
        <source>a note</source>
        <translation>une note</translation>
    </message>
    <message>
        <source>a total</source>
        <translation>un total</translation>
    </message>
    <message>
        <source>above the header</source>
        <translation>au-dessus de l’en-tête</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>alertes</translation>
    </message>
    <message>
        <source>all dates are read day first</source>
        <translation>toutes les dates sont lues le jour d’abord</translation>
    </message>
    <message>
        <source>all dates are read month first</source>
        <translation>toutes les dates sont lues le mois d’abord</translation>
    </message>
    <message>
        <source>arrests</source>
        <translation>arrestations</translation>
    </message>
    <message>
        <source>arrests and other disposals together</source>
        <translation>les arrestations avec les autres suites</translation>
    </message>
    <message>
        <source>deployments</source>
        <translation>déploiements</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>visages</translation>
    </message>
    <message>
        <source>false alerts</source>
        <translation>fausses alertes</translation>
    </message>
    <message>
        <source>it is counted on its first day</source>
        <translation>il est compté à son premier jour</translation>
    </message>
    <message>
        <source>it is read as 0</source>
        <translation>il est lu comme 0</translation>
    </message>
    <message>
        <source>it is right as it stands</source>
        <translation>c’est juste ainsi</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>ligne {line}</translation>
    </message>
    <message>
        <source>lines {some} and {count} more</source>
        <translation>lignes {some} et {count} autres</translation>
    </message>
    <message>
        <source>lines {some} and {last}</source>
        <translation>lignes {some} et {last}</translation>
    </message>
    <message>
        <source>must be confirmed: {what}</source>
        <translation>doit être confirmé&#xa0;: {what}</translation>
    </message>
    <message>
        <source>no exact figure</source>
        <translation>pas de chiffre exact</translation>
    </message>
    <message>
        <source>no figures</source>
        <translation>pas de chiffres</translation>
    </message>
    <message>
        <source>put it right in the file, or import it and confirm: {answers}</source>
        <translation>corrigez le fichier, ou importez-le et confirmez&#xa0;: {answers}</translation>
    </message>
    <message>
        <source>repeats a row</source>
        <translation>répète une ligne</translation>
    </message>
    <message>
        <source>the Home Office’s table of 2025</source>
        <translation>le tableau du Home Office de 2025</translation>
    </message>
    <message>
        <source>the Met’s tables of 2020 to 2022</source>
        <translation>les tableaux de la Met de 2020 à 2022</translation>
    </message>
    <message>
        <source>the Met’s tables of 2023 and 2024</source>
        <translation>les tableaux de la Met de 2023 et 2024</translation>
    </message>
    <message>
        <source>the Met’s tables of 2025 and 2026</source>
        <translation>les tableaux de la Met de 2025 et 2026</translation>
    </message>
    <message>
        <source>the column is taken as arrests</source>
        <translation>la colonne est prise pour les arrestations</translation>
    </message>
    <message>
        <source>the date is right, and the name is not</source>
        <translation>la date est juste, et le nom du jour ne l’est pas</translation>
    </message>
    <message>
        <source>the header again</source>
        <translation>de nouveau l’en-tête</translation>
    </message>
    <message>
        <source>the new figures are taken</source>
        <translation>les nouveaux chiffres sont pris</translation>
    </message>
    <message>
        <source>the record’s figures are kept</source>
        <translation>les chiffres du relevé sont conservés</translation>
    </message>
    <message>
        <source>the {record}</source>
        <translation>{record}</translation>
    </message>
    <message>
        <source>they are deployments of their own</source>
        <translation>ce sont des déploiements distincts</translation>
    </message>
    <message>
        <source>they are left out</source>
        <translation>elles sont laissées de côté</translation>
    </message>
    <message>
        <source>they are other deployments, and are added</source>
        <translation>ce sont d’autres déploiements, et ils sont ajoutés</translation>
    </message>
    <message>
        <source>they are other places, and kept as they are</source>
        <translation>ce sont d’autres lieux, gardés tels quels</translation>
    </message>
    <message>
        <source>they are these</source>
        <translation>ce sont ceux-là</translation>
    </message>
    <message>
        <source>they were weeks without deployments</source>
        <translation>c’étaient des semaines sans déploiement</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>à confirmer</translation>
    </message>
    <message>
        <source>true alerts</source>
        <translation>vraies alertes</translation>
    </message>
    <message>
        <source>{column} is about {value} in the table and about {usual} in the record in use; is it in another unit?</source>
        <translation>{column}&#xa0;: environ {value} dans le tableau et {usual} dans le relevé utilisé&#xa0;; est-ce une autre unité&#xa0;?</translation>
    </message>
    <message>
        <source>{count} the same in both</source>
        <translation>{count} identiques dans les deux</translation>
    </message>
    <message>
        <source>{count} with other figures</source>
        <translation>{count} aux chiffres différents</translation>
    </message>
    <message>
        <source>{lines}: a dash where a number should be.</source>
        <translation>{lines}&#xa0;: un tiret à la place d’un nombre.</translation>
    </message>
    <message>
        <source>{lines}: a deployment over several days (“{text}”).</source>
        <translation>{lines}&#xa0;: un déploiement sur plusieurs jours («&#xa0;{text}&#xa0;»).</translation>
    </message>
    <message>
        <source>{lines}: after today, {today} ({day}).</source>
        <translation>{lines}&#xa0;: après aujourd’hui, le {today} ({day}).</translation>
    </message>
    <message>
        <source>{lines}: each count is the sum of those in other rows, as in a total.</source>
        <translation>{lines}&#xa0;: chaque nombre est la somme de ceux d’autres lignes, comme dans un total.</translation>
    </message>
    <message>
        <source>{lines}: far from its neighbours, as with a digit too many or too few ({column} {value} on line {line}; around it about {usual}).</source>
        <translation>{lines}&#xa0;: loin des lignes voisines, comme avec un chiffre de trop ou en moins ({column} {value} à la ligne {line}&#xa0;; autour, environ {usual}).</translation>
    </message>
    <message>
        <source>{lines}: in “{text}” the “{mark}” may stand between thousands or before decimals.</source>
        <translation>{lines}&#xa0;: dans «&#xa0;{text}&#xa0;», le signe «&#xa0;{mark}&#xa0;» peut séparer les milliers ou précéder les décimales.</translation>
    </message>
    <message>
        <source>{lines}: no figures were published, or nothing was counted.</source>
        <translation>{lines}&#xa0;: aucun chiffre publié, ou rien de compté.</translation>
    </message>
    <message>
        <source>{lines}: notes, not deployments.</source>
        <translation>{lines}&#xa0;: des notes, et non des déploiements.</translation>
    </message>
    <message>
        <source>{lines}: out of date order ({day}).</source>
        <translation>{lines}&#xa0;: hors de l’ordre des dates ({day}).</translation>
    </message>
    <message>
        <source>{lines}: totals or averages, not deployments.</source>
        <translation>{lines}&#xa0;: des totaux ou des moyennes, et non des déploiements.</translation>
    </message>
    <message>
        <source>{named} places, {unknown} of them not known and kept as they are. Your choices are remembered.</source>
        <translation>{named} lieux, dont {unknown} inconnus et gardés tels quels. Vos choix sont retenus.</translation>
    </message>
    <message>
        <source>“{heading}” counts {what}, whereas the record counts arrests alone.</source>
        <translation>«&#xa0;{heading}&#xa0;» compte {what}, alors que le relevé ne compte que les arrestations.</translation>
    </message>
    <message>
        <source>{lines}: the day of the week is not that of the date (“{text}”).</source>
        <translation>{lines}&#xa0;: le jour de la semaine n’est pas celui de la date («&#x202f;{text}&#x202f;»).</translation>
    </message>
    <message>
        <source>{lines}: the duration spans several days, and is taken as unknown.</source>
        <translation>{lines}&#xa0;: la durée s’étend sur plusieurs jours, et est tenue pour inconnue.</translation>
    </message>
    <message>
        <source>{lines}: the only row of its year, far from all others ({day}).</source>
        <translation>{lines}&#xa0;: seule de son année, loin de toutes les autres ({day}).</translation>
    </message>
    <message>
        <source>{lines}: the same in every cell as {others}.</source>
        <translation>{lines}&#xa0;: les mêmes cellules que {others}.</translation>
    </message>
    <message>
        <source>{lines}: “{text}” is not a number; say what it is to be read as, or leave such rows out.</source>
        <translation>{lines}&#xa0;: «&#xa0;{text}&#xa0;» n’est pas un chiffre&#x202f;; dites comment le lire, ou laissez ces lignes de côté.</translation>
    </message>
    <message>
        <source>{line}: a known misprint in the published table, read as {day}.</source>
        <translation>{line}&#xa0;: une coquille connue du tableau publié, lue comme {day}.</translation>
    </message>
    <message>
        <source>{name} was not read. {problems}</source>
        <translation>{name} n’a pas été lu. {problems}</translation>
    </message>
    <message>
        <source>{record}, the one in use</source>
        <translation>{record}, celui qui sert</translation>
    </message>
    <message>
        <source>{what} ({key})</source>
        <translation>{what} ({key})</translation>
    </message>
    <message>
        <source>“{name}” is now behind {letter} {title}.</source>
        <translation>«&#xa0;{name}&#xa0;» est maintenant à la base de {letter} {title}.</translation>
    </message>
    <message>
        <source>“{record}”</source>
        <translation>«&#xa0;{record}&#xa0;»</translation>
    </message>
    <message>
        <source>“{text}” is read as {number}, because “{other}” in {line} has decimals.</source>
        <translation>«&#xa0;{text}&#xa0;» est lu comme {number}, parce que «&#xa0;{other}&#xa0;» ({line}) a des décimales.</translation>
    </message>
    <message>
        <source>“{text}” is to be read as</source>
        <translation>«&#xa0;{text}&#xa0;» se lit</translation>
    </message>
</context>
<context>
    <name>JSON</name>
    <message>
        <source>brace</source>
        <translation>}</translation>
    </message>
    <message>
        <source>bracket</source>
        <translation>]</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>0–9 · Enter</source>
        <translation>0–9 · Entrée</translation>
    </message>
    <message>
        <source>Backspace · ← · Page up</source>
        <translation>Retour arrière · ← · Pg préc</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Ctrl+Maj+C</translation>
    </message>
    <message>
        <source>Ctrl+Shift+← →</source>
        <translation>Ctrl+Maj+← →</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Suppr</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>Home · End</source>
        <translation>Début · Fin</translation>
    </message>
    <message>
        <source>Menu · Shift+F10</source>
        <translation>Menu · Maj+F10</translation>
    </message>
    <message>
        <source>Page Up · Page Down</source>
        <translation>Pg préc · Pg suiv</translation>
    </message>
    <message>
        <source>Space · → · Page down</source>
        <translation>Espace · → · Pg suiv</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Tab · Shift+Tab</source>
        <translation>Tab · Maj+Tab</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message numerus="yes">
        <source>%n promise(s); none can be judged yet: no week of them is in the {record}.</source>
        <translation>
            <numerusform>%n promesse&#x202f;; rien ne peut encore en être jugé&#xa0;: aucune de ses semaines dans «&#xa0;{record}&#xa0;».</numerusform>
            <numerusform>%n promesses&#x202f;; rien ne peut encore en être jugé&#xa0;: aucune de leurs semaines dans «&#xa0;{record}&#xa0;».</numerusform>
        </translation>
    </message>
    <message>
        <source>80 % band</source>
        <translation>Bande à 80&#x202f;%</translation>
    </message>
    <message>
        <source>All its weeks are in the record.</source>
        <translation>Toutes ses semaines figurent au relevé.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Check the ledger</source>
        <translation>Vérifier le registre</translation>
    </message>
    <message>
        <source>Checking the ledger …</source>
        <translation>Vérification du registre…</translation>
    </message>
    <message>
        <source>Copy the last digest</source>
        <translation>Copier la dernière empreinte</translation>
    </message>
    <message>
        <source>Damaged: {words}</source>
        <translation>Endommagé&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Inscription</translation>
    </message>
    <message>
        <source>Entry {number} says it was locked at {time}, before entry {other}, which it follows: a clock was wrong, and one of the two times is.</source>
        <translation>L’inscription {number} dit avoir été verrouillée à {time}, avant l’inscription {other} qu’elle suit&#xa0;: une horloge était fausse, et l’une des deux heures l’est.</translation>
    </message>
    <message>
        <source>Entry {number} says it was locked at {time}, before its record ended: the clock was wrong.</source>
        <translation>L’inscription {number} dit avoir été verrouillée à {time}, avant la fin de son relevé&#xa0;: l’horloge était fausse.</translation>
    </message>
    <message>
        <source>Entry {number} says it was locked at {time}, which is still to come: a clock was wrong, or this machine’s is.</source>
        <translation>L’inscription {number} dit avoir été verrouillée à {time}, ce qui est encore à venir&#xa0;: une horloge était fausse, ou celle de cette machine l’est.</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>From week of</source>
        <translation>Depuis la semaine du</translation>
    </message>
    <message>
        <source>Happened</source>
        <translation>Constaté</translation>
    </message>
    <message>
        <source>How the selected one did</source>
        <translation>Résultat de l’inscription sélectionnée</translation>
    </message>
    <message>
        <source>Inside the 80 % band so far, against the {record}: {totals}. Entries that cover the same weeks are not independent.</source>
        <translation>Dans la bande à 80&#x202f;% jusqu’ici, par rapport à&#xa0;: {record}&#xa0;: {totals}. Les inscriptions qui couvrent les mêmes semaines ne sont pas indépendantes.</translation>
    </message>
    <message>
        <source>Kept elsewhere, it reveals even a ledger that was rewritten from the start</source>
        <translation>Conservée ailleurs, elle révèle même un registre réécrit depuis le début</translation>
    </message>
    <message>
        <source>Kept in {path}. Last digest: {digest} …</source>
        <translation>Conservé dans {path}. Dernière empreinte&#xa0;: {digest} …</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>Connues</translation>
    </message>
    <message>
        <source>Lock this projection</source>
        <translation>Inscrire cette projection</translation>
    </message>
    <message>
        <source>Lock {letter} {title}</source>
        <translation>Inscrire {letter} {title}</translation>
    </message>
    <message>
        <source>Locked (UTC)</source>
        <translation>Inscrite le (UTC)</translation>
    </message>
    <message>
        <source>Locked as entry {number}</source>
        <translation>Inscrite sous le numéro {number}</translation>
    </message>
    <message>
        <source>Locked projections</source>
        <translation>Projections inscrites</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>No promise has been locked yet.</source>
        <translation>Aucune promesse n’est encore inscrite.</translation>
    </message>
    <message>
        <source>None of its weeks is in the record yet.</source>
        <translation>Aucune de ses semaines ne figure encore au relevé.</translation>
    </message>
    <message>
        <source>None of the locked weeks is in the {record} yet.</source>
        <translation>Aucune des semaines inscrites ne figure encore dans&#xa0;: {record}.</translation>
    </message>
    <message>
        <source>Nothing has been locked yet. A locked projection cannot be changed afterwards without a trace: come back later and see how it did.</source>
        <translation>Rien n’est encore inscrit. Une projection inscrite ne peut plus être modifiée sans laisser de trace&#xa0;: revenir plus tard pour voir ce qu’elle a donné.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Projection ledger</source>
        <translation>Registre des projections</translation>
    </message>
    <message>
        <source>Promised on {locked} for the {weeks} weeks from {first} to {last}</source>
        <translation>Promesse du {locked} pour {weeks} semaines, du {first} au {last}</translation>
    </message>
    <message>
        <source>Promises and how they did</source>
        <translation>Les promesses et ce qu’elles ont donné</translation>
    </message>
    <message>
        <source>Record to score against</source>
        <translation>Relevé auquel comparer</translation>
    </message>
    <message>
        <source>Scored against</source>
        <translation>Comparées à</translation>
    </message>
    <message>
        <source>Sound: 1 entry, none altered, none missing.</source>
        <translation>Intègre&#xa0;: 1 inscription, aucune altérée, aucune manquante.</translation>
    </message>
    <message>
        <source>Sound: {count} entries, none altered, none missing.</source>
        <translation>Intègre&#xa0;: {count} inscriptions, aucune altérée, aucune manquante.</translation>
    </message>
    <message>
        <source>The ledger itself</source>
        <translation>Le registre lui-même</translation>
    </message>
    <message>
        <source>Where the total lies</source>
        <translation>Où se situe le total</translation>
    </message>
    <message>
        <source>{outcome}: {happened} happened; the promise was {range} in 8 of 10 futures: inside</source>
        <translation>{outcome}&#xa0;: {happened} en réalité&#x202f;; promesse&#xa0;: {range} dans 8 futurs sur 10&#x202f;; dedans</translation>
    </message>
    <message>
        <source>{outcome}: {happened} happened; the promise was {range} in 8 of 10 futures: outside</source>
        <translation>{outcome}&#xa0;: {happened} en réalité&#x202f;; promesse&#xa0;: {range} dans 8 futurs sur 10&#x202f;; dehors</translation>
    </message>
    <message>
        <source>Waiting for the settled projection</source>
        <translation>En attente de la projection exacte</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>Semaines</translation>
    </message>
    <message>
        <source>Weeks inside 80 %</source>
        <translation>Semaines dans les 80&#x202f;%</translation>
    </message>
    <message>
        <source>Will be kept in {path}.</source>
        <translation>Sera conservé dans {path}.</translation>
    </message>
    <message>
        <source>inside 50 % and 80 %</source>
        <translation>dans les 50&#x202f;% et les 80&#x202f;%</translation>
    </message>
    <message>
        <source>inside 80 %</source>
        <translation>dans les 80&#x202f;%</translation>
    </message>
    <message>
        <source>none of its weeks is in the record yet</source>
        <translation>aucune de ses semaines n’est encore dans le relevé</translation>
    </message>
    <message>
        <source>outside 80 %</source>
        <translation>hors des 80&#x202f;%</translation>
    </message>
    <message>
        <source>record that is not kept here</source>
        <translation>relevé qui n’est pas conservé ici</translation>
    </message>
    <message>
        <source>{fingerprint}, on the {record}</source>
        <translation>{fingerprint}, sur&#xa0;: {record}</translation>
    </message>
    <message>
        <source>{held} of {weeks}</source>
        <translation>{held} sur {weeks}</translation>
    </message>
    <message numerus="yes">
        <source>{inside} of {count} totals lay inside what was promised in 8 of 10 futures, in {judged} of %n promise(s) that can be judged on the {record}.</source>
        <translation>
            <numerusform>{inside} totaux sur {count} se trouvaient dans ce qui était promis dans 8 futurs sur 10, pour {judged} promesse sur&#x202f;%n que l’on peut juger ({record}).</numerusform>
            <numerusform>{inside} totaux sur {count} se trouvaient dans ce qui était promis dans 8 futurs sur 10, pour {judged} promesses sur&#x202f;%n que l’on peut juger ({record}).</numerusform>
        </translation>
    </message>
    <message>
        <source>{known} of its {weeks} weeks are in the record; so far:</source>
        <translation>{known} de ses {weeks} semaines figurent au relevé&#x202f;; à ce jour&#xa0;:</translation>
    </message>
    <message>
        <source>{known} of {weeks} weeks known</source>
        <translation>{known} semaines connues sur {weeks}</translation>
    </message>
    <message>
        <source>{outcome} {inside_80} of {entries} (50 %: {inside_50})</source>
        <translation>{outcome} {inside_80} sur {entries} (50&#x202f;%&#xa0;: {inside_50})</translation>
    </message>
</context>
<context>
    <name>Lever</name>
    <message>
        <source>About {label}</source>
        <translation>À propos de&#xa0;: {label}</translation>
    </message>
    <message>
        <source>Apply to all scenarios</source>
        <translation>Appliquer à tous les scénarios</translation>
    </message>
    <message>
        <source>Back to the baseline: {value}</source>
        <translation>Revenir à la référence&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Back to the evidence: {value}</source>
        <translation>Revenir aux données&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Baseline: {value}</source>
        <translation>Référence&#xa0;: {value}</translation>
    </message>
    <message>
        <source>Beyond the evidence ({range}).</source>
        <translation>Au-delà des données ({range}).</translation>
    </message>
    <message>
        <source>Beyond the evidence. {note}</source>
        <translation>Au-delà des données. {note}</translation>
    </message>
    <message>
        <source>Less: {label}</source>
        <translation>Moins&#xa0;: {label}</translation>
    </message>
    <message>
        <source>More: {label}</source>
        <translation>Plus&#xa0;: {label}</translation>
    </message>
    <message>
        <source>Type a number, such as {example}.</source>
        <translation>Saisir un nombre, par exemple {example}.</translation>
    </message>
    <message>
        <source>baseline {value}</source>
        <translation>référence {value}</translation>
    </message>
    <message>
        <source>changes in week {week}</source>
        <translation>change en semaine {week}</translation>
    </message>
    <message>
        <source>changes on {day} (week {week})</source>
        <translation>change le {day} (semaine {week})</translation>
    </message>
    <message>
        <source>range {values}</source>
        <translation>fourchette {values}</translation>
    </message>
    <message>
        <source>set by a schedule</source>
        <translation>fixé par un calendrier</translation>
    </message>
    <message>
        <source>{count} changes from week {week}</source>
        <translation>{count} changements à partir de la semaine {week}</translation>
    </message>
    <message>
        <source>{count} changes from {day} (week {week})</source>
        <translation>{count} changements à partir du {day} (semaine {week})</translation>
    </message>
    <message>
        <source>{label}, type a value</source>
        <translation>{label}, saisir une valeur</translation>
    </message>
    <message>
        <source>{label}: apply to all scenarios</source>
        <translation>{label}&#xa0;: appliquer à tous les scénarios</translation>
    </message>
    <message>
        <source>{label}: change over time…</source>
        <translation>{label}&#xa0;: faire varier dans le temps…</translation>
    </message>
    <message>
        <source>{value} is above the highest value, {limit}.</source>
        <translation>{value} dépasse la valeur maximale, {limit}.</translation>
    </message>
    <message>
        <source>{value} is below the lowest value, {limit}.</source>
        <translation>{value} est inférieur à la valeur minimale, {limit}.</translation>
    </message>
    <message>
        <source>“{typed}” could mean two numbers: {remedy}.</source>
        <translation>«&#xa0;{typed}&#xa0;» peut désigner deux nombres&#xa0;: {remedy}.</translation>
    </message>
    <message>
        <source>“{typed}” is not understood.</source>
        <translation>«&#xa0;{typed}&#xa0;» n’est pas compris.</translation>
    </message>
</context>
<context>
    <name>Levers</name>
    <message>
        <source>Back to the baseline</source>
        <translation>Revenir à la référence</translation>
    </message>
    <message>
        <source>Back to the evidence</source>
        <translation>Revenir aux données</translation>
    </message>
    <message>
        <source>Beliefs</source>
        <translation>Hypothèses</translation>
    </message>
    <message>
        <source>Beliefs to evidence</source>
        <translation>Hypothèses aux données</translation>
    </message>
    <message>
        <source>Beliefs: how well the system and the crews perform</source>
        <translation>Hypothèses&#xa0;: l’efficacité du système et des équipes</translation>
    </message>
    <message>
        <source>Change over time…</source>
        <translation>Faire varier dans le temps…</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Choix</translation>
    </message>
    <message>
        <source>Choices and circumstances back to the baseline: {baseline}, nothing lost</source>
        <translation>Ramener choix et circonstances à la référence&#xa0;: {baseline}, sans pertes</translation>
    </message>
    <message>
        <source>Choices: what the policymaker decides</source>
        <translation>Choix&#xa0;: ce que l’autorité décide</translation>
    </message>
    <message>
        <source>Circumstances</source>
        <translation>Circonstances</translation>
    </message>
    <message>
        <source>Circumstances: what happens to the force</source>
        <translation>Circonstances&#xa0;: ce qui arrive à la police</translation>
    </message>
    <message>
        <source>In other scenarios: {settings}</source>
        <translation>Ailleurs&#xa0;: {settings}</translation>
    </message>
    <message>
        <source>Every belief back to what its evidence says</source>
        <translation>Ramener chaque hypothèse à ce que disent les données</translation>
    </message>
    <message>
        <source>Evidence for this belief…</source>
        <translation>Données sur cette hypothèse…</translation>
    </message>
    <message>
        <source>Fewer beliefs</source>
        <translation>Moins d’hypothèses</translation>
    </message>
    <message>
        <source>Fewer choices</source>
        <translation>Moins de choix</translation>
    </message>
    <message>
        <source>Fewer circumstances</source>
        <translation>Moins de circonstances</translation>
    </message>
    <message>
        <source>Levers</source>
        <translation>Leviers</translation>
    </message>
    <message>
        <source>Levers to baseline</source>
        <translation>Leviers à la référence</translation>
    </message>
    <message>
        <source>More beliefs</source>
        <translation>Autres hypothèses</translation>
    </message>
    <message>
        <source>More beliefs ({count})</source>
        <translation>Autres hypothèses ({count})</translation>
    </message>
    <message>
        <source>More choices</source>
        <translation>Autres choix</translation>
    </message>
    <message>
        <source>More choices ({count})</source>
        <translation>Autres choix ({count})</translation>
    </message>
    <message>
        <source>More circumstances</source>
        <translation>Autres circonstances</translation>
    </message>
    <message>
        <source>More circumstances ({count})</source>
        <translation>Autres circonstances ({count})</translation>
    </message>
    <message>
        <source>Range or exactly known…</source>
        <translation>Fourchette ou valeur connue exactement…</translation>
    </message>
    <message>
        <source>Range set: {setting}</source>
        <translation>Fourchette réglée&#xa0;: {setting}</translation>
    </message>
    <message>
        <source>Taken as exactly known</source>
        <translation>Tenue pour connue exactement</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Qu’est-ce que c’est&#x202f;?</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>{count} modif.</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>; </source>
        <translation>&#x202f;; </translation>
    </message>
    <message>
        <source>{name}: {text}</source>
        <translation>{name}&#xa0;: {text}</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>{outcome} exceeded in {count} of 100 futures</source>
        <translation>{outcome}, niveau dépassé dans {count} futurs sur 100</translation>
    </message>
    <message>
        <source>mean {outcome}</source>
        <translation>{outcome} (moyenne)</translation>
    </message>
    <message>
        <source>median {outcome}</source>
        <translation>{outcome} (médiane)</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;Analysis</source>
        <translation>&amp;Analyse</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>É&amp;dition</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>&amp;Données probantes</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fichier</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Aide</translation>
    </message>
    <message>
        <source>&amp;Scenarios</source>
        <translation>&amp;Scénarios</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>Affic&amp;hage</translation>
    </message>
    <message>
        <source>Saves every scenario on the desk in one file, which opens as this desk</source>
        <translation>Un fichier qui rouvre tout comme c’était</translation>
    </message>
    <message>
        <source>A map of where the deployments take place</source>
        <translation>Une carte des lieux&#xa0;: où se tiennent les déploiements</translation>
    </message>
    <message>
        <source>About this scenario…</source>
        <translation>À propos de ce scénario…</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>Accessibilité</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Beliefs and their evidence…</source>
        <translation>Hypothèses et leurs données…</translation>
    </message>
    <message>
        <source>Briefing…</source>
        <translation>Note d’information…</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Chaîne</translation>
    </message>
    <message>
        <source>Close scenario</source>
        <translation>Fermer le scénario</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Context menu</source>
        <translation>Menu contextuel</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Copier l’empreinte</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>Deployments × alerts × arrests, link by link</source>
        <translation>Déploiements × alertes × arrestations, maillon par maillon</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Evidence and sources</source>
        <translation>Données probantes et sources</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossaire</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Horizon and draws…</source>
        <translation>Horizon et tirages…</translation>
    </message>
    <message>
        <source>How to cite</source>
        <translation>Comment citer</translation>
    </message>
    <message>
        <source>Import a record…</source>
        <translation>Importer un relevé…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Agrandir le texte</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Make baseline</source>
        <translation>Prendre comme référence</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>New from</source>
        <translation>Nouveau d’après</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Taille de texte normale</translation>
    </message>
    <message>
        <source>Open from a code…</source>
        <translation>Ouvrir à partir d’un code…</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Ouvrir un fichier récent</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Ouvrir…</translation>
    </message>
    <message>
        <source>Performance</source>
        <translation>Performances</translation>
    </message>
    <message>
        <source>Play the last change again, from before to after</source>
        <translation>Rejouer la dernière modification, d’avant à après</translation>
    </message>
    <message>
        <source>Projection ledger…</source>
        <translation>Registre des projections…</translation>
    </message>
    <message>
        <source>Put another’s changes on this one…</source>
        <translation>Reporter ici les changements d’un autre…</translation>
    </message>
    <message>
        <source>Quality log…</source>
        <translation>Journal de qualité…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Records…</source>
        <translation>Relevés…</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Réduire les animations</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Rejouer</translation>
    </message>
    <message>
        <source>Revert to the file</source>
        <translation>Revenir au fichier</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Save all in one file…</source>
        <translation>Tout enregistrer dans un fichier…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Partager…</translation>
    </message>
    <message>
        <source>Takes effect when you restart</source>
        <translation>Prend effet au redémarrage</translation>
    </message>
    <message>
        <source>The language you chose takes effect when you restart.</source>
        <translation>La langue choisie prend effet au redémarrage.</translation>
    </message>
    <message>
        <source>Side by side…</source>
        <translation>Côte à côte…</translation>
    </message>
    <message>
        <source>Differences over time and by place…</source>
        <translation>Écarts au fil du temps et par lieu…</translation>
    </message>
    <message>
        <source>Save this view for the stage…</source>
        <translation>Garder cette vue pour la scène…</translation>
    </message>
    <message>
        <source>Select scenario {letter}</source>
        <translation>Sélectionner le scénario {letter}</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Réduire le texte</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Scène</translation>
    </message>
    <message>
        <source>Take the tour</source>
        <translation>Suivre la visite guidée</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>What differs from the baseline…</source>
        <translation>Ce qui diffère de la référence…</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Qu’est-ce que c’est&#x202f;?</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Who is wrongly flagged…</source>
        <translation>Qui est signalé à tort…</translation>
    </message>
    <message>
        <source>the code</source>
        <translation>le code</translation>
    </message>
</context>
<context>
    <name>Mixes</name>
    <message>
        <source>Arrests</source>
        <translation>Arrestations</translation>
    </message>
    <message>
        <source>Between the mixes of places, arrests go from {fewest} ({mix}) to {most} ({other}), and faces scanned in boroughs with a larger share of Black residents than {place} from {few} ({third}) to {many} ({fourth}).</source>
        <translation>D’une répartition des lieux à l’autre, les arrestations vont de {fewest} ({mix}) à {most} ({other}), et les visages scannés dans les arrondissements où la part d’habitants noirs dépasse celle de {place}, de {few} ({third}) à {many} ({fourth}).</translation>
    </message>
    <message>
        <source>Black residents, by faces</source>
        <translation>Habitants noirs, selon les visages</translation>
    </message>
    <message>
        <source>Deployments there</source>
        <translation>Déploiements là</translation>
    </message>
    <message>
        <source>Efficient</source>
        <translation>Efficace</translation>
    </message>
    <message>
        <source>Faces in those boroughs</source>
        <translation>Visages dans ces arrondissements</translation>
    </message>
    <message>
        <source>Faces scanned</source>
        <translation>Visages scannés</translation>
    </message>
    <message>
        <source>Faces scanned in boroughs with a larger share of Black residents than {place}</source>
        <translation>Visages scannés dans les arrondissements où la part d’habitants noirs dépasse celle de {place}</translation>
    </message>
    <message>
        <source>False alerts</source>
        <translation>Fausses alertes</translation>
    </message>
    <message>
        <source>Mix</source>
        <translation>Répartition</translation>
    </message>
    <message>
        <source>Those boroughs: where more residents are Black than in {place} as a whole ({overall}); but residents are not the people who walked past, boroughs are large, and the record cannot say who was scanned.</source>
        <translation>Ces arrondissements&#xa0;: ceux où la part d’habitants noirs dépasse celle de l’ensemble&#xa0;: {place} ({overall})&#x202f;; mais les habitants ne sont pas les personnes passées devant les caméras, les arrondissements sont grands, et le relevé ne peut pas dire qui a été scanné.</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>{mix}, as now</source>
        <translation>{mix}, comme maintenant</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Moins</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>Avis&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Problem: {text}</source>
        <translation>Problème&#xa0;: {text}</translation>
    </message>
    <message>
        <source>Question: {text}</source>
        <translation>Question&#xa0;: {text}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} de plus</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… et {count} de plus</translation>
    </message>
</context>
<context>
    <name>Number word</name>
    <message>
        <source>eight</source>
        <translation>huit</translation>
    </message>
    <message>
        <source>eleven</source>
        <translation>onze</translation>
    </message>
    <message>
        <source>five</source>
        <translation>cinq</translation>
    </message>
    <message>
        <source>four</source>
        <translation>quatre</translation>
    </message>
    <message>
        <source>fourteen</source>
        <translation>quatorze</translation>
    </message>
    <message>
        <source>nine</source>
        <translation>neuf</translation>
    </message>
    <message>
        <source>no</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>one</source>
        <translation>un</translation>
    </message>
    <message>
        <source>seven</source>
        <translation>sept</translation>
    </message>
    <message>
        <source>six</source>
        <translation>six</translation>
    </message>
    <message>
        <source>ten</source>
        <translation>dix</translation>
    </message>
    <message>
        <source>thirteen</source>
        <translation>treize</translation>
    </message>
    <message>
        <source>three</source>
        <translation>trois</translation>
    </message>
    <message>
        <source>twelve</source>
        <translation>douze</translation>
    </message>
    <message>
        <source>two</source>
        <translation>deux</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Another code in the text was not opened: {fault}.</source>
        <translation>Un autre code du texte n’a pas été ouvert&#xa0;: {fault}.</translation>
    </message>
    <message>
        <source>Another program has saved the PDF since it was made: whether its pages were altered cannot be told.</source>
        <translation>Un autre programme a enregistré le PDF depuis sa création&#xa0;: on ne peut pas dire si ses pages ont été modifiées.</translation>
    </message>
    <message>
        <source>The PDF was altered after it was made: its words and figures may no longer be those of its scenario.</source>
        <translation>Le PDF a été modifié depuis sa création&#xa0;: ses mots et ses chiffres ne sont peut-être plus ceux de son scénario.</translation>
    </message>
    <message>
        <source>The document was altered after it was made, or saved again by another program: its words and figures may no longer be those of its scenario.</source>
        <translation>Le document a été modifié après sa création, ou réenregistré par un autre programme&#xa0;: ses mots et ses chiffres ne sont peut-être plus ceux de son scénario.</translation>
    </message>
    <message>
        <source>The file is in format {written}, read as format {format}.</source>
        <translation>Le fichier est au format {written}, lu comme format {format}.</translation>
    </message>
    <message>
        <source>The file was saved by model {model}; this is model {present}.</source>
        <translation>Le fichier a été enregistré par le modèle {model}&#x202f;; celui-ci est le modèle {present}.</translation>
    </message>
    <message>
        <source>The file was saved with random streams {streams}; these are {present}, so individual draws differ.</source>
        <translation>Le fichier a été enregistré avec les flux aléatoires {streams}&#x202f;; ceux-ci sont les {present}, et les tirages diffèrent donc un à un.</translation>
    </message>
    <message>
        <source>The page was altered after it was made, by hand or by a program that saved it again: its words and figures may no longer be those of its scenario.</source>
        <translation>La page a été modifiée depuis sa création, à la main ou par un programme qui l’a réenregistrée&#xa0;: ses mots et ses chiffres ne sont peut-être plus ceux de son scénario.</translation>
    </message>
    <message>
        <source>The profile {key} has changed since the file was saved: numbers may differ.</source>
        <translation>Le profil {key} a changé depuis l’enregistrement du fichier&#xa0;: les chiffres peuvent différer.</translation>
    </message>
    <message>
        <source>The scenario {title} was edited after it was saved: it names another version of the model or of the random streams than it was saved with.</source>
        <translation>Le scénario {title} a été modifié après son enregistrement&#xa0;: il nomme une autre version du modèle ou des flux aléatoires que lors de son enregistrement.</translation>
    </message>
    <message>
        <source>The scenario {title} was edited after it was saved: its fingerprint was {then} and is now {now}.</source>
        <translation>Le scénario {title} a été modifié après son enregistrement&#xa0;: son empreinte était {then}, elle est maintenant {now}.</translation>
    </message>
    <message>
        <source>The shipped record has changed since the file was saved: {then} then, {now} now.</source>
        <translation>Le relevé fourni a changé depuis l’enregistrement du fichier&#xa0;: {then} alors, {now} maintenant.</translation>
    </message>
    <message>
        <source>The text holds {count} codes; the first {most} were opened.</source>
        <translation>Le texte contient {count} codes&#x202f;; les {most} premiers ont été ouverts.</translation>
    </message>
    <message>
        <source>an earlier one</source>
        <translation>un relevé antérieur</translation>
    </message>
    <message>
        <source>{label} is no longer part of the model, and what the file sets it to is left out. {instead}</source>
        <translation>{label}&#x202f;: ne fait plus partie du modèle, et ce que le fichier en fixe est laissé de côté. {instead}</translation>
    </message>
    <message>
        <source>{name} is now called {current}.</source>
        <translation>{name} s’appelle désormais {current}.</translation>
    </message>
    <message>
        <source>“{name}” is the scenario that is shipped; the file of that name here is opened as {path}.</source>
        <translation>«&#xa0;{name}&#xa0;» est le scénario fourni&#x202f;; le fichier de ce nom qui se trouve ici s’ouvre par {path}.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Alerts</source>
        <translation>Alertes</translation>
    </message>
    <message>
        <source>Arrests at LFR deployments</source>
        <translation>Arrestations (LFR)</translation>
    </message>
    <message>
        <source>Arrests forgone</source>
        <translation>Arrestations non faites</translation>
    </message>
    <message>
        <source>Arrests per deployment</source>
        <translation>Arrestations par déploiement</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coût</translation>
    </message>
    <message>
        <source>Cost per arrest</source>
        <translation>Coût par arrestation</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Déploiements</translation>
    </message>
    <message>
        <source>Deployments planned</source>
        <translation>Déploiements prévus</translation>
    </message>
    <message>
        <source>Faces scanned</source>
        <translation>Visages scannés</translation>
    </message>
    <message>
        <source>Faces scanned per arrest</source>
        <translation>Visages scannés par arrestation</translation>
    </message>
    <message>
        <source>False alerts</source>
        <translation>Fausses alertes</translation>
    </message>
    <message>
        <source>False alerts on Black Londoners</source>
        <translation>Fausses alertes sur des Londoniens noirs</translation>
    </message>
    <message>
        <source>False alerts per arrest</source>
        <translation>Fausses alertes par arrestation</translation>
    </message>
    <message>
        <source>Officer hours</source>
        <translation>Heures de policier</translation>
    </message>
    <message>
        <source>Officer hours per arrest</source>
        <translation>Heures de policier par arrestation</translation>
    </message>
    <message>
        <source>People charged or cautioned</source>
        <translation>Personnes inculpées ou averties</translation>
    </message>
    <message>
        <source>Share of the plan delivered</source>
        <translation>Part du plan réalisée</translation>
    </message>
    <message>
        <source>The false-alert rate</source>
        <translation>Taux de fausses alertes</translation>
    </message>
    <message>
        <source>True alerts</source>
        <translation>Alertes justes</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>alertes</translation>
    </message>
    <message>
        <source>arrests</source>
        <translation>arrestations</translation>
    </message>
    <message>
        <source>arrests forgone</source>
        <translation>arrestations non faites</translation>
    </message>
    <message>
        <source>arrests per deployment</source>
        <translation>arrestations par déploiement</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>coût</translation>
    </message>
    <message>
        <source>cost per arrest</source>
        <translation>coût par arrestation</translation>
    </message>
    <message>
        <source>deployments</source>
        <translation>déploiements</translation>
    </message>
    <message>
        <source>deployments planned</source>
        <translation>déploiements prévus</translation>
    </message>
    <message>
        <source>faces scanned</source>
        <translation>visages scannés</translation>
    </message>
    <message>
        <source>faces scanned per arrest</source>
        <translation>visages scannés par arrestation</translation>
    </message>
    <message>
        <source>false alerts</source>
        <translation>fausses alertes</translation>
    </message>
    <message>
        <source>false alerts on Black Londoners</source>
        <translation>fausses alertes sur des Londoniens noirs</translation>
    </message>
    <message>
        <source>false alerts per arrest</source>
        <translation>fausses alertes par arrestation</translation>
    </message>
    <message>
        <source>false alerts per million faces</source>
        <translation>fausses alertes par million de visages</translation>
    </message>
    <message>
        <source>officer hours</source>
        <translation>heures de policier</translation>
    </message>
    <message>
        <source>officer hours per arrest</source>
        <translation>heures de policier par arrestation</translation>
    </message>
    <message>
        <source>people charged or cautioned</source>
        <translation>personnes inculpées ou averties</translation>
    </message>
    <message>
        <source>share of the plan delivered</source>
        <translation>part du plan réalisée</translation>
    </message>
    <message>
        <source>true alerts</source>
        <translation>alertes justes</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message numerus="yes">
        <source>%n false alert(s) in {faces} faces: that fits any rate from 1 in {most} to 1 in {least} (90 %).</source>
        <translation>
            <numerusform>%n fausse alerte pour {faces} visages&#xa0;: un si petit nombre peut venir de tout taux entre 1 sur {most} et 1 sur {least} (90&#x202f;%).</numerusform>
            <numerusform>%n fausses alertes pour {faces} visages&#xa0;: un si petit nombre peut venir de tout taux entre 1 sur {most} et 1 sur {least} (90&#x202f;%).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more place(s) set</source>
        <translation>
            <numerusform>%n autre lieu réglé</numerusform>
            <numerusform>%n autres lieux réglés</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrests</source>
        <translation>Arrestations</translation>
    </message>
    <message>
        <source>Arrests a deployment</source>
        <translation>Arrestations par déploiement</translation>
    </message>
    <message>
        <source>As many deployments in every borough.</source>
        <translation>Autant de déploiements dans chaque arrondissement.</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>Selon le relevé</translation>
    </message>
    <message numerus="yes">
        <source>%n deployment(s) counted</source>
        <translation>
            <numerusform>%n déploiement compté</numerusform>
            <numerusform>%n déploiements comptés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fitted deployment(s)</source>
        <translation>
            <numerusform>%n déploiement ajusté</numerusform>
            <numerusform>%n déploiements ajustés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fitted deployment(s), so mostly what other places show</source>
        <translation>
            <numerusform>%n déploiement ajusté, donc surtout ce que donnent les autres</numerusform>
            <numerusform>%n déploiements ajustés, donc surtout ce que donnent les autres</numerusform>
        </translation>
    </message>
    <message>
        <source>A mix of its own: {mix}.</source>
        <translation>Une répartition à part&#xa0;: {mix}.</translation>
    </message>
    <message>
        <source>All of it, {first} to {last}</source>
        <translation>Tout, du {first} au {last}</translation>
    </message>
    <message>
        <source>Arrests each, counted</source>
        <translation>Arrestations chacun, comptées</translation>
    </message>
    <message>
        <source>Arrests each, fitted</source>
        <translation>Arrestations chacun, ajustées</translation>
    </message>
    <message>
        <source>As recorded, but only in boroughs whose share of Black residents is no more than the overall share.</source>
        <translation>Selon le relevé, mais seulement dans les arrondissements dont la part d’habitants noirs ne dépasse pas celle de l’ensemble.</translation>
    </message>
    <message>
        <source>Black residents</source>
        <translation>Habitants noirs</translation>
    </message>
    <message>
        <source>Black residents’ share, weighted by faces</source>
        <translation>Part d’habitants noirs, pondérée par les visages</translation>
    </message>
    <message>
        <source>Black share ≤ average</source>
        <translation>Part noire ≤ moyenne</translation>
    </message>
    <message>
        <source>Borough</source>
        <translation>Arrondissement</translation>
    </message>
    <message>
        <source>By borough</source>
        <translation>Par arrondissement</translation>
    </message>
    <message>
        <source>By residents</source>
        <translation>Par habitants</translation>
    </message>
    <message>
        <source>By site</source>
        <translation>Par site</translation>
    </message>
    <message>
        <source>Choose a tile, then press + or −, or type a share; the others change in proportion. Below each figure: arrests at one deployment there. Hatched: fewer than three recorded deployments.</source>
        <translation>Choisissez une case, puis appuyez sur + ou −, ou tapez une part&#x202f;; les autres cèdent en proportion. Sous chaque chiffre&#xa0;: les arrestations d’un déploiement à cet endroit. Hachures&#xa0;: moins de trois déploiements au relevé.</translation>
    </message>
    <message>
        <source>Compared with vans on the same street ({site}; {fixed} deployments of fixed cameras, {vans} of vans), a deployment of the fixed cameras gave true alerts {alerts}, arrests {arrests}, faces {faces}, each with its 90 % range.</source>
        <translation>Par rapport aux camionnettes dans la même rue ({site}&#x202f;; {fixed} déploiements de caméras fixes, {vans} de camionnettes), un déploiement des caméras fixes a donné&#xa0;: alertes justes {alerts}, arrestations {arrests}, visages {faces}, chaque fois avec la fourchette à 90&#x202f;%.</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Déploiements</translation>
    </message>
    <message>
        <source>Each borough by how many people live in it, whoever they are.</source>
        <translation>Chaque arrondissement selon le nombre de ses habitants, quels qu’ils soient.</translation>
    </message>
    <message>
        <source>Evenly</source>
        <translation>À parts égales</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Visages</translation>
    </message>
    <message>
        <source>Faces a deployment</source>
        <translation>Visages par déploiement</translation>
    </message>
    <message>
        <source>Faces scanned</source>
        <translation>Visages scannés</translation>
    </message>
    <message>
        <source>Faces, false alerts</source>
        <translation>Visages, fausses alertes</translation>
    </message>
    <message>
        <source>False alerts</source>
        <translation>Fausses alertes</translation>
    </message>
    <message>
        <source>Fitted deployments</source>
        <translation>Déploiements ajustés</translation>
    </message>
    <message>
        <source>Fixed cameras {share}</source>
        <translation>Caméras fixes {share}</translation>
    </message>
    <message>
        <source>Fixed cameras, {area}</source>
        <translation>Caméras fixes, {area}</translation>
    </message>
    <message>
        <source>Fixed, {area}</source>
        <translation>Fixes, {area}</translation>
    </message>
    <message>
        <source>From {place} alone</source>
        <translation>De ce seul lieu&#xa0;: {place}</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Keeps this share while others are set (L on the map)</source>
        <translation>Elle reste pendant qu’on règle d’autres parts (L sur la carte)</translation>
    </message>
    <message>
        <source>Every range includes 1: nothing shows that fixed cameras yield more than vans on the same street.</source>
        <translation>Chaque fourchette contient 1&#xa0;: rien ne montre que les caméras fixes donnent plus que les camionnettes dans la même rue.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>Map of {place} in equal tiles</source>
        <translation>Carte en cases égales&#xa0;: {place}</translation>
    </message>
    <message>
        <source>No deployment here is in the record.</source>
        <translation>Aucun déploiement ici n’est au relevé.</translation>
    </message>
    <message>
        <source>No faces were counted here.</source>
        <translation>Aucun visage n’a été compté ici.</translation>
    </message>
    <message numerus="yes">
        <source>Nobody knows the borough of %n deployment(s) of this scenario’s record, so nothing is shared out by place. Import the table again and say under “Places” where they were.</source>
        <translation>
            <numerusform>%n déploiement du relevé de ce scénario a eu lieu dans un arrondissement inconnu&#xa0;: rien n’est donc réparti par lieu. Réimportez le tableau et indiquez sous «&#xa0;Lieux&#xa0;» où il a eu lieu.</numerusform>
            <numerusform>%n déploiements du relevé de ce scénario ont eu lieu dans un arrondissement inconnu&#xa0;: rien n’est donc réparti par lieu. Réimportez le tableau et indiquez sous «&#xa0;Lieux&#xa0;» où ils ont eu lieu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of which scenario, or the record</source>
        <translation>De quel scénario, ou du relevé</translation>
    </message>
    <message>
        <source>Per deployment, against the recorded mix</source>
        <translation>Par déploiement, face à la répartition du relevé</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Places: a mix of its own</source>
        <translation>Lieux&#xa0;: une répartition propre</translation>
    </message>
    <message>
        <source>Places: {mix}</source>
        <translation>Lieux&#xa0;: {mix}</translation>
    </message>
    <message>
        <source>Residents who are Black</source>
        <translation>Habitants noirs</translation>
    </message>
    <message>
        <source>Residents {share} Black.</source>
        <translation>Habitants noirs&#xa0;: {share}.</translation>
    </message>
    <message>
        <source>Scale of the map</source>
        <translation>Échelle de la carte</translation>
    </message>
    <message>
        <source>Share of deployments</source>
        <translation>Part des déploiements</translation>
    </message>
    <message>
        <source>Shares, mixes and residents</source>
        <translation>Parts, répartitions et habitants</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tableau</translation>
    </message>
    <message>
        <source>The map as a table</source>
        <translation>La carte en tableau</translation>
    </message>
    <message>
        <source>The places that it names, in the proportions it gives.</source>
        <translation>Les lieux qu’elle nomme, dans les proportions qu’elle donne.</translation>
    </message>
    <message>
        <source>The record</source>
        <translation>Le relevé</translation>
    </message>
    <message>
        <source>The recorded mix: nothing changes.</source>
        <translation>La répartition du relevé&#xa0;: rien ne change.</translation>
    </message>
    <message>
        <source>The rest in proportion</source>
        <translation>Le reste au prorata</translation>
    </message>
    <message>
        <source>The table by borough or by site</source>
        <translation>Le tableau par arrondissement ou par site</translation>
    </message>
    <message>
        <source>This scenario’s record is by week, so it cannot say what a place yields.</source>
        <translation>Le relevé de ce scénario est par semaine&#xa0;: il ne peut pas dire ce que donne un lieu.</translation>
    </message>
    <message>
        <source>True alerts</source>
        <translation>Vraies alertes</translation>
    </message>
    <message>
        <source>True alerts a deployment</source>
        <translation>Vraies alertes par déploiement</translation>
    </message>
    <message>
        <source>Weighted by faces, {share} of the residents there are Black (recorded {before}); but residents are not the people who walked past, boroughs are large, and the record cannot say who was scanned.</source>
        <translation>Pondérés par les visages, {share} des habitants y sont noirs (au relevé {before})&#x202f;; mais les habitants ne sont pas les passants, les arrondissements sont grands, et le relevé ne peut dire qui a été scanné.</translation>
    </message>
    <message>
        <source>Weighted by faces, {share} of the residents there are Black, by deployments {other}; but residents are not the people who walked past, boroughs are large, and the record cannot say who was scanned.</source>
        <translation>Pondérés par les visages, {share} des habitants y sont noirs, par les déploiements {other}&#x202f;; mais les habitants ne sont pas les passants, les arrondissements sont grands, et le relevé ne peut dire qui a été scanné.</translation>
    </message>
    <message>
        <source>What is fitted, from {first}</source>
        <translation>Ce qui est ajusté, depuis le {first}</translation>
    </message>
    <message>
        <source>What is recorded here</source>
        <translation>Ce qui est relevé ici</translation>
    </message>
    <message>
        <source>What the tiles show</source>
        <translation>Ce que montrent les cases</translation>
    </message>
    <message>
        <source>Where deployments go</source>
        <translation>Où vont les déploiements</translation>
    </message>
    <message>
        <source>Which part of the record</source>
        <translation>Quelle partie du relevé</translation>
    </message>
    <message>
        <source>Which places lose what this one gains</source>
        <translation>Quels lieux cèdent ce que gagne celui-ci</translation>
    </message>
    <message>
        <source>arrests a deployment: {text}</source>
        <translation>arrestations par déploiement&#xa0;: {text}</translation>
    </message>
    <message>
        <source>as recorded</source>
        <translation>au relevé</translation>
    </message>
    <message>
        <source>fixed cameras, {area}</source>
        <translation>caméras fixes, {area}</translation>
    </message>
    <message>
        <source>the others in proportion</source>
        <translation>les autres en proportion</translation>
    </message>
    <message>
        <source>under {share}</source>
        <translation>moins de {share}</translation>
    </message>
    <message>
        <source>{count} recorded</source>
        <translation>{count} au relevé</translation>
    </message>
    <message>
        <source>{deployments} of the deployments (recorded {before}) and {faces} of the faces ({range} in 8 of 10 futures; recorded {faces_before}) are in boroughs where more residents are Black than in {place} as a whole ({overall}).</source>
        <translation>{deployments} des déploiements (au relevé {before}) et {faces} des visages ({range} dans 8 futurs sur 10&#x202f;; au relevé {faces_before}) sont dans des arrondissements où la part d’habitants noirs dépasse celle de l’ensemble&#xa0;: {place} ({overall}).</translation>
    </message>
    <message>
        <source>{deployments} of the deployments and {faces} of the faces ({range} in 8 of 10 futures) are in boroughs where more residents are Black than in {place} as a whole ({overall}).</source>
        <translation>{deployments} des déploiements et {faces} des visages ({range} dans 8 futurs sur 10) sont dans des arrondissements où la part d’habitants noirs dépasse celle de l’ensemble&#xa0;: {place} ({overall}).</translation>
    </message>
    <message>
        <source>{figure} ({range})</source>
        <translation>{figure} ({range})</translation>
    </message>
    <message>
        <source>{figure} arrests</source>
        <translation>{figure} arrest.</translation>
    </message>
    <message>
        <source>{figure} points</source>
        <translation>{figure} points</translation>
    </message>
    <message>
        <source>{label} today: {figure} ({range}).</source>
        <translation>{label} aujourd’hui&#xa0;: {figure} ({range}).</translation>
    </message>
    <message>
        <source>{label} {change} ({low} to {high})</source>
        <translation>{label} {change} ({low} à {high})</translation>
    </message>
    <message>
        <source>{letter} less {other}</source>
        <translation>{letter} moins {other}</translation>
    </message>
    <message>
        <source>{letter}, projected</source>
        <translation>{letter}, projeté</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>{measure}: the size of the difference; grey where less</source>
        <translation>{measure}&#xa0;: taille de la différence&#x202f;; gris où il y en a moins</translation>
    </message>
    <message>
        <source>{places}. Open the map of where deployments take place. What a place yields is known from the deployments in the record; “as recorded” changes nothing.</source>
        <translation>{places}. Ouvrir la carte&#xa0;: où se tiennent les déploiements. Ce que donne un lieu vient des déploiements du relevé&#x202f;; selon le relevé ne change rien.</translation>
    </message>
    <message>
        <source>{place} {share}</source>
        <translation>{place} {share}</translation>
    </message>
    <message>
        <source>{place}, supplies what others gain</source>
        <translation>{place}, fournit ce que gagnent les autres</translation>
    </message>
    <message>
        <source>{place}, locked</source>
        <translation>{place}, verrouillé</translation>
    </message>
    <message>
        <source>No false alert in {faces} faces: that fits any rate up to 1 in {least}.</source>
        <translation>Aucune fausse alerte pour {faces} visages&#xa0;: c’est compatible avec tout taux jusqu’à 1 pour {least}.</translation>
    </message>
    <message>
        <source>Where the deployments of the record were, leaving out events.</source>
        <translation>Là où étaient les déploiements du relevé, événements exclus.</translation>
    </message>
    <message>
        <source>{share} of residents Black</source>
        <translation>{share} d’habitants noirs</translation>
    </message>
    <message>
        <source>{share} of the deployments by the fixed cameras, the others where they were recorded.</source>
        <translation>{share} des déploiements par les caméras fixes, les autres là où ils sont au relevé.</translation>
    </message>
    <message>
        <source>{year}, quarter {quarter}</source>
        <translation>{year}, trimestre {quarter}</translation>
    </message>
    <message>
        <source>×{ratio} ({low}–{high})</source>
        <translation>×{ratio} ({low}–{high})</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source> or </source>
        <translation> ou </translation>
    </message>
    <message>
        <source>, then {value} from week {week}</source>
        <translation>, puis {value} à partir de la semaine {week}</translation>
    </message>
    <message>
        <source>&gt;= stands for at least and &lt;= for at most</source>
        <translation>&gt;= veut dire au moins et &lt;= au plus</translation>
    </message>
    <message>
        <source>a belief is a number, or {example}, for the whole time</source>
        <translation>une hypothèse est un nombre, ou {example}, pour toute la durée</translation>
    </message>
    <message>
        <source>a briefing has 1 to {most}</source>
        <translation>une note d’information en compte de 1 à {most}</translation>
    </message>
    <message>
        <source>a briefing is far smaller than that</source>
        <translation>une note d’information est bien plus petite</translation>
    </message>
    <message>
        <source>a briefing or a message is opened with modeller open, which saves its scenarios</source>
        <translation>une note ou un courriel s’ouvre avec modeller open, qui enregistre ses scénarios</translation>
    </message>
    <message>
        <source>a cell is at no place</source>
        <translation>une cellule n’est à aucune place</translation>
    </message>
    <message>
        <source>a choice is a number, or a schedule such as {example}</source>
        <translation>un choix est un nombre, ou un calendrier tel que {example}</translation>
    </message>
    <message>
        <source>a circumstance is a number, or a schedule such as {example}</source>
        <translation>une circonstance est un nombre, ou un calendrier tel que {example}</translation>
    </message>
    <message>
        <source>a code begins with {prefix} and ends with a checksum of eight characters</source>
        <translation>un code commence par {prefix} et se termine par une somme de contrôle de huit caractères</translation>
    </message>
    <message>
        <source>a column is one of {fields}, or ignore</source>
        <translation>une colonne est l’une de {fields}, ou ignore</translation>
    </message>
    <message>
        <source>a file of a profile is far smaller than that</source>
        <translation>un fichier de profil est bien plus petit</translation>
    </message>
    <message>
        <source>a file of results is far smaller than that</source>
        <translation>un fichier de résultats est bien plus petit</translation>
    </message>
    <message>
        <source>a first line names {columns}; of other headings, say which column each is</source>
        <translation>une première ligne nomme {columns}&#x202f;; pour d’autres intitulés, dites quelle colonne est chacun</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>a profile is a folder with profile.toml and the files that it names</source>
        <translation>un profil est un dossier avec profile.toml et les fichiers qu’il nomme</translation>
    </message>
    <message>
        <source>a profile is known by its key</source>
        <translation>un profil se reconnaît à sa clé</translation>
    </message>
    <message>
        <source>a quality log needs it: who is responsible, for what purpose and until when</source>
        <translation>un journal de qualité en a besoin&#xa0;: qui est responsable, dans quel but et jusqu’à quand</translation>
    </message>
    <message>
        <source>a record by deployment and its areas go together: give {fields}</source>
        <translation>un relevé par déploiement et ses territoires vont ensemble&#xa0;: indiquez {fields}</translation>
    </message>
    <message>
        <source>a record holds at most {most}</source>
        <translation>un relevé en contient au plus {most}</translation>
    </message>
    <message>
        <source>a record of deployments is far smaller</source>
        <translation>un relevé de déploiements est bien plus petit</translation>
    </message>
    <message>
        <source>a record of your own is known by it</source>
        <translation>c’est à elle qu’un relevé personnel se reconnaît</translation>
    </message>
    <message>
        <source>a row has {wanted}, one for each column</source>
        <translation>une ligne en a {wanted}, une par colonne</translation>
    </message>
    <message>
        <source>a row has {wanted}, one for each column; a number such as {number} stands in double quotes or without its comma</source>
        <translation>une ligne en a {wanted}, une par colonne&#x202f;; un nombre comme {number} se met entre guillemets droits ou sans sa virgule</translation>
    </message>
    <message>
        <source>a scenario file begins with {&quot;format&quot;: 1, …}; is it one?</source>
        <translation>un fichier de scénario commence par {&quot;format&quot;: 1, …}&#x202f;; en est-ce un&#x202f;?</translation>
    </message>
    <message>
        <source>a scenario file is far smaller than that</source>
        <translation>un fichier de scénario est bien plus petit</translation>
    </message>
    <message>
        <source>a scenario is opened, not imported: modeller open, or File ▸ Open…</source>
        <translation>un scénario s’ouvre, il ne s’importe pas&#xa0;: modeller open, ou Fichier ▸ Ouvrir…</translation>
    </message>
    <message>
        <source>a schedule has 1 to {most} steps</source>
        <translation>un calendrier a de 1 à {most} paliers</translation>
    </message>
    <message>
        <source>a share is nought or more</source>
        <translation>une part est nulle ou positive</translation>
    </message>
    <message>
        <source>a site lies in one borough; two places have two names</source>
        <translation>un site est dans un seul arrondissement&#x202f;; deux lieux portent deux noms</translation>
    </message>
    <message>
        <source>a spreadsheet shows it; modeller sweep takes the design behind it</source>
        <translation>un tableur l’affiche&#x202f;; modeller sweep prend le plan d’expérience dont il vient</translation>
    </message>
    <message>
        <source>a step is {{&quot;from_week&quot;: 27, &quot;value&quot;: 10}}</source>
        <translation>un palier s’écrit {{&quot;from_week&quot;: 27, &quot;value&quot;: 10}}</translation>
    </message>
    <message>
        <source>a target is {{&quot;outcome&quot;: &quot;arrests&quot;, &quot;at_least&quot;: 1000}}</source>
        <translation>un objectif s’écrit {{&quot;outcome&quot;: &quot;arrests&quot;, &quot;at_least&quot;: 1000}}</translation>
    </message>
    <message>
        <source>a weekly record is far smaller</source>
        <translation>un relevé hebdomadaire est bien plus petit</translation>
    </message>
    <message>
        <source>a weight is nought or more</source>
        <translation>un poids vaut zéro ou plus</translation>
    </message>
    <message>
        <source>a whole number beyond {most}</source>
        <translation>un nombre entier au-delà de {most}</translation>
    </message>
    <message>
        <source>a worker</source>
        <translation>un processus de calcul</translation>
    </message>
    <message>
        <source>add in how many futures it is to hold: {example}; {statistics}</source>
        <translation>ajoutez dans combien de futurs&#xa0;: {example}&#x202f;; {statistics}</translation>
    </message>
    <message>
        <source>add it</source>
        <translation>ajoutez-le</translation>
    </message>
    <message>
        <source>add it, or leave out resolved altogether</source>
        <translation>ajoutez-le, ou retirez resolved tout entier</translation>
    </message>
    <message>
        <source>an entry was taken out, put in or moved; restore the ledger from a copy</source>
        <translation>une inscription a été retirée, ajoutée ou déplacée&#x202f;; rétablissez le registre à partir d’une copie</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>un objet</translation>
    </message>
    <message>
        <source>an origin needs {needed}</source>
        <translation>une origine en demande {needed}</translation>
    </message>
    <message>
        <source>are none</source>
        <translation>manquent</translation>
    </message>
    <message>
        <source>are {across} by {up}</source>
        <translation>sont {across} sur {up}</translation>
    </message>
    <message>
        <source>are {count}</source>
        <translation>sont {count}</translation>
    </message>
    <message>
        <source>arrests.p20 &gt;= 1500 asks for at least 1,500 arrests in 80 of 100 futures</source>
        <translation>arrests.p20 &gt;= 1500 demande au moins 1&#x202f;500 arrestations dans 80 futurs sur 100</translation>
    </message>
    <message>
        <source>ask for it again, or for the web page or the PDF</source>
        <translation>demandez-le de nouveau, ou demandez la page web ou le PDF</translation>
    </message>
    <message>
        <source>ask for it to be sent again</source>
        <translation>demandez qu’on vous le renvoie</translation>
    </message>
    <message>
        <source>ask for it to be sent again as it was written, or as a file</source>
        <translation>demandez qu’on le renvoie tel quel, ou dans un fichier</translation>
    </message>
    <message>
        <source>ask for it to be sent again, as a file or between back-ticks: a chat may have taken underscores or hyphens out</source>
        <translation>demandez qu’il soit renvoyé, en fichier ou entre accents graves&#xa0;: une messagerie a pu ôter des tirets ou des soulignés</translation>
    </message>
    <message>
        <source>ask for the cumulative or total view</source>
        <translation>demandez la vue cumulée ou le total</translation>
    </message>
    <message>
        <source>asks for the statistic {shown}</source>
        <translation>demande la statistique {shown}</translation>
    </message>
    <message>
        <source>at most {most} are read</source>
        <translation>{most} au plus sont lues</translation>
    </message>
    <message>
        <source>at most {most} deployments are read</source>
        <translation>{most} déploiements au plus sont lus</translation>
    </message>
    <message>
        <source>at one deployment it is at most {most}</source>
        <translation>pour un déploiement, c’est {most} au plus</translation>
    </message>
    <message>
        <source>begins a text that does not end</source>
        <translation>commence un texte qui ne finit pas</translation>
    </message>
    <message>
        <source>begins week {week}</source>
        <translation>commence la semaine {week}</translation>
    </message>
    <message>
        <source>calibration needs one week with deployments, and {weeks} or more before its ranges say much</source>
        <translation>le calage demande une semaine avec des déploiements, et {weeks} ou plus avant que ses fourchettes ne soient parlantes</translation>
    </message>
    <message>
        <source>calibration needs some that are not at an event</source>
        <translation>le calibrage en demande qui ne sont pas lors d’un événement</translation>
    </message>
    <message>
        <source>cannot be an origin: {reason}</source>
        <translation>ne peut pas être une origine&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>cannot be made: this installation has no WebAssembly module of its equations</source>
        <translation>ne peut pas être faite&#xa0;: cette installation n’a pas de module WebAssembly de ses équations</translation>
    </message>
    <message>
        <source>cannot be opened ({reason})</source>
        <translation>ne peut pas être ouvert ({reason})</translation>
    </message>
    <message>
        <source>cannot be opened in a window of its own ({reason})</source>
        <translation>ne peut pas s’ouvrir dans sa propre fenêtre ({reason})</translation>
    </message>
    <message>
        <source>cannot be read ({reason})</source>
        <translation>ne peut pas être lu ({reason})</translation>
    </message>
    <message>
        <source>cannot be read as CSV ({reason})</source>
        <translation>ne peut pas être lu comme CSV ({reason})</translation>
    </message>
    <message>
        <source>cannot be read as TOML ({reason})</source>
        <translation>n’est pas lisible comme TOML ({reason})</translation>
    </message>
    <message>
        <source>cannot be read as a PDF ({reason})</source>
        <translation>ne se lit pas comme un PDF ({reason})</translation>
    </message>
    <message>
        <source>cannot be read as a workbook ({reason})</source>
        <translation>ne se lit pas comme un classeur ({reason})</translation>
    </message>
    <message>
        <source>cannot be read as the table of a sweep ({reason})</source>
        <translation>ne peut pas être lu comme tableau d’un balayage ({reason})</translation>
    </message>
    <message>
        <source>cannot be removed ({reason})</source>
        <translation>ne peut pas être supprimé ({reason})</translation>
    </message>
    <message>
        <source>cannot be taken as {field}</source>
        <translation>ne peut être prise pour {field}</translation>
    </message>
    <message>
        <source>cannot be the name of a mix</source>
        <translation>ne peut pas être le nom d’une répartition</translation>
    </message>
    <message>
        <source>cannot be the name of a scenario</source>
        <translation>ne peut pas être le nom d’un scénario</translation>
    </message>
    <message>
        <source>cannot be unpacked</source>
        <translation>ne peut pas être décompressé</translation>
    </message>
    <message>
        <source>cannot be unpacked whole</source>
        <translation>ne peut pas être décompressé en entier</translation>
    </message>
    <message>
        <source>cannot be written ({reason})</source>
        <translation>ne peut pas être écrit ({reason})</translation>
    </message>
    <message>
        <source>cannot read the scenarios that it was sent ({reason})</source>
        <translation>ne peut pas lire les scénarios qui lui ont été envoyés ({reason})</translation>
    </message>
    <message>
        <source>cannot serve</source>
        <translation>ne peut pas convenir</translation>
    </message>
    <message>
        <source>changes is what counts: correct it there, or leave out resolved altogether</source>
        <translation>c’est changes qui compte&#xa0;: corrigez-le là, ou retirez resolved tout entier</translation>
    </message>
    <message>
        <source>check its name and place</source>
        <translation>vérifiez son nom et son emplacement</translation>
    </message>
    <message>
        <source>check the address and that the scheduler runs</source>
        <translation>vérifiez l’adresse et que l’ordonnanceur fonctionne</translation>
    </message>
    <message>
        <source>choose a CSV file</source>
        <translation>choisissez un fichier CSV</translation>
    </message>
    <message>
        <source>choose a CSV file that can be</source>
        <translation>choisissez un fichier CSV lisible</translation>
    </message>
    <message>
        <source>choose a CSV file, a workbook or a PDF with the rows in it, or paste the table</source>
        <translation>choisissez un fichier CSV, un classeur ou un PDF qui contient les lignes, ou collez le tableau</translation>
    </message>
    <message>
        <source>choose a briefing that the modeller has made</source>
        <translation>choisissez une note d’information faite par le modélisateur</translation>
    </message>
    <message>
        <source>choose a briefing that the modeller has made, or paste a share code</source>
        <translation>choisissez une note d’information faite par le modélisateur, ou collez un code de partage</translation>
    </message>
    <message>
        <source>choose a briefing that this release, or an older one, has made</source>
        <translation>choisissez une note d’information faite par cette version ou une version antérieure</translation>
    </message>
    <message>
        <source>choose a day within the record</source>
        <translation>choisissez un jour du relevé</translation>
    </message>
    <message>
        <source>choose a file of results that can be</source>
        <translation>choisissez un fichier de résultats qui peut l’être</translation>
    </message>
    <message>
        <source>choose a file of results that modeller versions has written</source>
        <translation>choisissez un fichier de résultats écrit par modeller versions</translation>
    </message>
    <message>
        <source>choose a file that can be</source>
        <translation>choisissez un fichier lisible</translation>
    </message>
    <message>
        <source>choose a scenario file</source>
        <translation>choisissez un fichier de scénario</translation>
    </message>
    <message>
        <source>choose a scenario file that can be</source>
        <translation>choisissez un fichier de scénario lisible</translation>
    </message>
    <message>
        <source>choose another folder</source>
        <translation>choisissez un autre dossier</translation>
    </message>
    <message>
        <source>choose another statistic, such as p50, or the counts themselves</source>
        <translation>choisissez une autre statistique, par exemple p50, ou les nombres eux-mêmes</translation>
    </message>
    <message>
        <source>choose one of 1 to {most} ordinary characters</source>
        <translation>choisissez-en un de 1 à {most} caractères ordinaires</translation>
    </message>
    <message>
        <source>choose one of {names}</source>
        <translation>choisissez parmi {names}</translation>
    </message>
    <message>
        <source>choose one that does not divide by a count that is often zero</source>
        <translation>choisissez-en un qui ne divise pas par un nombre souvent nul</translation>
    </message>
    <message>
        <source>choose one that modeller versions has written</source>
        <translation>choisissez-en un que modeller versions a écrit</translation>
    </message>
    <message>
        <source>choose one that this release, or an older one, has saved</source>
        <translation>choisissez-en un que cette version, ou une plus ancienne, a enregistré</translation>
    </message>
    <message>
        <source>choose the scenario that they were worked out from</source>
        <translation>choisissez le scénario dont ils ont été tirés</translation>
    </message>
    <message>
        <source>close other programs, or save the table as “CSV UTF-8”</source>
        <translation>fermez d’autres programmes, ou enregistrez le tableau en «&#xa0;CSV UTF-8&#xa0;»</translation>
    </message>
    <message>
        <source>close some programs and try again</source>
        <translation>fermez quelques programmes et réessayez</translation>
    </message>
    <message>
        <source>column {name}</source>
        <translation>colonne {name}</translation>
    </message>
    <message>
        <source>comes without a colon before it</source>
        <translation>vient sans deux-points devant</translation>
    </message>
    <message>
        <source>comes without a comma before it</source>
        <translation>vient sans virgule devant</translation>
    </message>
    <message>
        <source>compare it with another: modeller versions A B</source>
        <translation>comparez-le à un autre&#xa0;: modeller versions A B</translation>
    </message>
    <message>
        <source>compare scenarios of one force</source>
        <translation>comparez des scénarios d’une même police</translation>
    </message>
    <message>
        <source>compares by {shown}</source>
        <translation>compare par {shown}</translation>
    </message>
    <message>
        <source>connect its folder again, or save in another</source>
        <translation>reconnectez son dossier, ou enregistrez dans un autre</translation>
    </message>
    <message>
        <source>copy all of it, to the full stop and the eight characters at its end</source>
        <translation>copiez-le en entier, jusqu’au point et aux huit caractères de la fin</translation>
    </message>
    <message>
        <source>copy the scenario into the folder of the design, or give it with --base</source>
        <translation>copiez le scénario dans le dossier du plan d’expérience, ou donnez-le avec --base</translation>
    </message>
    <message>
        <source>copy the table into a spreadsheet and save it as “CSV UTF-8”</source>
        <translation>copiez le tableau dans un tableur et enregistrez-le en «&#xa0;CSV UTF-8&#xa0;»</translation>
    </message>
    <message>
        <source>correct it there; texts stand in quotation marks, lists in square brackets</source>
        <translation>corrigez-le à cet endroit&#x202f;; les textes vont entre guillemets, les listes entre crochets</translation>
    </message>
    <message>
        <source>day and month are in both orders</source>
        <translation>jour et mois sont dans les deux ordres</translation>
    </message>
    <message>
        <source>delete what stands far to the right or far below the table</source>
        <translation>supprimez ce qui se trouve loin à droite ou loin sous le tableau</translation>
    </message>
    <message>
        <source>did you mean {guess}? Then name it so, or say that it is that column</source>
        <translation>vouliez-vous dire {guess}&#x202f;? Alors nommez-la ainsi, ou dites que c’est cette colonne</translation>
    </message>
    <message>
        <source>did you mean {name}?</source>
        <translation>vouliez-vous dire {name}&#x202f;?</translation>
    </message>
    <message>
        <source>did you mean {near}?</source>
        <translation>vouliez-vous dire {near}&#x202f;?</translation>
    </message>
    <message>
        <source>differ in weeks, draws, seed or record</source>
        <translation>diffèrent par les semaines, les tirages, la graine ou le relevé</translation>
    </message>
    <message>
        <source>does not add up, as published, but its week has other rows</source>
        <translation>ne s’additionne pas, comme publié, mais sa semaine a d’autres lignes</translation>
    </message>
    <message>
        <source>does not follow the one before it (it calls itself number {number})</source>
        <translation>ne suit pas la précédente (elle se dit la numéro {number})</translation>
    </message>
    <message>
        <source>does not hold a desk of one to {most} scenarios in a form known here</source>
        <translation>ne contient pas d’ensemble d’un à {most} scénarios sous une forme connue ici</translation>
    </message>
    <message>
        <source>does not hold one to {most} scenarios</source>
        <translation>ne contient pas d’un à {most} scénarios</translation>
    </message>
    <message>
        <source>does not say where the ledger ends: it is missing</source>
        <translation>ne dit pas où le registre se termine&#xa0;: il manque</translation>
    </message>
    <message>
        <source>drop at most {most} at once</source>
        <translation>en déposer au plus {most} à la fois</translation>
    </message>
    <message>
        <source>each lever can have 2 to {most}</source>
        <translation>chaque levier peut en avoir de 2 à {most}</translation>
    </message>
    <message>
        <source>each step comes after the one before, which is from week {earlier}</source>
        <translation>chaque palier vient après le précédent, qui commence en semaine {earlier}</translation>
    </message>
    <message>
        <source>ends with another entry than {name} says</source>
        <translation>se termine par une autre inscription que ne le dit {name}</translation>
    </message>
    <message>
        <source>entry {first} to {last}</source>
        <translation>inscription {first} à {last}</translation>
    </message>
    <message>
        <source>entry {number}</source>
        <translation>inscription {number}</translation>
    </message>
    <message>
        <source>every alert is about a face that was scanned</source>
        <translation>chaque alerte porte sur un visage scanné</translation>
    </message>
    <message>
        <source>false alerts are part of the alerts</source>
        <translation>les fausses alertes font partie des alertes</translation>
    </message>
    <message>
        <source>give --scheduler with its address, such as tcp://host:8786</source>
        <translation>donnez --scheduler avec son adresse, par exemple tcp://host:8786</translation>
    </message>
    <message>
        <source>give a percentage from 0 to 100</source>
        <translation>donnez un pourcentage de 0 à 100</translation>
    </message>
    <message>
        <source>give a plain https address, host and path alone</source>
        <translation>indiquez une adresse https simple, hôte et chemin seuls</translation>
    </message>
    <message>
        <source>give a positive number</source>
        <translation>indiquez un nombre positif</translation>
    </message>
    <message>
        <source>give a share code, the path of a briefing or of a scenario file, or one of {names}</source>
        <translation>donnez un code de partage, le chemin d’une note d’information ou d’un fichier de scénario, ou l’un de ces noms&#xa0;: {names}</translation>
    </message>
    <message>
        <source>give a share such as 0.3</source>
        <translation>indiquez une part, par exemple 0.3</translation>
    </message>
    <message>
        <source>give a whole number from 0 to {most}</source>
        <translation>donnez un nombre entier de 0 à {most}</translation>
    </message>
    <message>
        <source>give another</source>
        <translation>donnez-en un autre</translation>
    </message>
    <message>
        <source>give another edition of it a key of its own</source>
        <translation>donner à une autre version une clé à elle</translation>
    </message>
    <message>
        <source>give at least one</source>
        <translation>donnez-en au moins un</translation>
    </message>
    <message>
        <source>give at least one row</source>
        <translation>donnez au moins une ligne</translation>
    </message>
    <message>
        <source>give at_least, at_most or both</source>
        <translation>donnez at_least, at_most ou les deux</translation>
    </message>
    <message>
        <source>give both the same calibration</source>
        <translation>donnez aux deux le même calage</translation>
    </message>
    <message>
        <source>give each a name of its own</source>
        <translation>donnez à chacun un nom différent</translation>
    </message>
    <message>
        <source>give each a tile of its own</source>
        <translation>donnez à chacun sa propre case</translation>
    </message>
    <message>
        <source>give each of A to D once</source>
        <translation>donnez chaque lettre de A à D une seule fois</translation>
    </message>
    <message>
        <source>give eight figures</source>
        <translation>donnez huit chiffres</translation>
    </message>
    <message>
        <source>give every column a cell</source>
        <translation>donnez une cellule à chaque colonne</translation>
    </message>
    <message>
        <source>give every deployment once</source>
        <translation>donnez chaque déploiement une fois</translation>
    </message>
    <message>
        <source>give every week once, in the order of time</source>
        <translation>donnez chaque semaine une fois, dans l’ordre du temps</translation>
    </message>
    <message>
        <source>give family with p05 and p95, median and sd (normal, lognormal, logit-normal), shape and rate (gamma), or a and b (beta)</source>
        <translation>indiquez family avec p05 et p95, median et sd (normal, lognormal, logit-normal), shape et rate (gamma), ou a et b (beta)</translation>
    </message>
    <message>
        <source>give how many people live in the borough</source>
        <translation>donnez le nombre d’habitants de l’arrondissement</translation>
    </message>
    <message>
        <source>give it a shorter name</source>
        <translation>donnez-lui un nom plus court</translation>
    </message>
    <message>
        <source>give it one printable line</source>
        <translation>donnez-lui une ligne imprimable</translation>
    </message>
    <message>
        <source>give it {fields}</source>
        <translation>indiquez {fields}</translation>
    </message>
    <message>
        <source>give its address, such as tcp://host:8786</source>
        <translation>donnez son adresse, par exemple tcp://host:8786</translation>
    </message>
    <message>
        <source>give its whole share once</source>
        <translation>donnez sa part entière une seule fois</translation>
    </message>
    <message>
        <source>give one of them a weight above 0</source>
        <translation>donnez à l’une d’elles un poids supérieur à 0</translation>
    </message>
    <message>
        <source>give one row for each deployment</source>
        <translation>donnez une ligne par déploiement</translation>
    </message>
    <message>
        <source>give the earlier day first</source>
        <translation>donnez d’abord le jour le plus ancien</translation>
    </message>
    <message>
        <source>give the figure its number in {file}</source>
        <translation>donnez son nombre à ce chiffre dans {file}</translation>
    </message>
    <message>
        <source>give the figures of each deployment; {line} is left out: {why}</source>
        <translation>donnez les chiffres de chaque déploiement&#xa0;; laissée de côté, {line}&#xa0;: {why}</translation>
    </message>
    <message>
        <source>give the files or share codes of one or more</source>
        <translation>donnez les fichiers ou les codes de partage d’un ou de plusieurs</translation>
    </message>
    <message>
        <source>give the folder of that profile: modeller --profile FOLDER, or Open in the window</source>
        <translation>indiquez le dossier de ce profil&#xa0;: modeller --profile FOLDER, ou Ouvrir dans la fenêtre</translation>
    </message>
    <message>
        <source>give the scenario a title</source>
        <translation>donnez un titre au scénario</translation>
    </message>
    <message>
        <source>give them the same, so that they share their luck</source>
        <translation>donner les mêmes, pour que le hasard leur soit commun</translation>
    </message>
    <message>
        <source>give this one another, or remove that one first</source>
        <translation>donnez-en un autre à celui-ci, ou supprimez d’abord celui-là</translation>
    </message>
    <message>
        <source>give totals by outcome</source>
        <translation>donnez les totaux par résultat</translation>
    </message>
    <message>
        <source>give two numbers, the lower first</source>
        <translation>donnez deux nombres, le plus petit d’abord</translation>
    </message>
    <message>
        <source>give two or more: what is worth knowing depends on what is decided between</source>
        <translation>en donner au moins deux&#xa0;: ce qu’il vaut la peine de savoir dépend de ce entre quoi l’on choisit</translation>
    </message>
    <message>
        <source>give two values from {least} to {most}, the lower first</source>
        <translation>donnez deux valeurs de {least} à {most}, la plus petite d’abord</translation>
    </message>
    <message>
        <source>give weekly, or {fields}</source>
        <translation>indiquez weekly, ou {fields}</translation>
    </message>
    <message>
        <source>give what a tile has room for</source>
        <translation>donnez ce qui tient sur une case</translation>
    </message>
    <message>
        <source>give {which}</source>
        <translation>donnez {which}</translation>
    </message>
    <message>
        <source>gives no statistic of {shown}</source>
        <translation>ne donne pas de statistique de {shown}</translation>
    </message>
    <message>
        <source>go from the lower to the higher by a positive step</source>
        <translation>allez du plus petit au plus grand par un pas positif</translation>
    </message>
    <message>
        <source>goes from {low} to {high} by {step}</source>
        <translation>va de {low} à {high} par {step}</translation>
    </message>
    <message>
        <source>has = in place of a colon</source>
        <translation>a = à la place de deux-points</translation>
    </message>
    <message>
        <source>has a comma before the closing {bracket}</source>
        <translation>a une virgule devant le {bracket} final</translation>
    </message>
    <message>
        <source>has a control character inside a text</source>
        <translation>a un caractère de commande dans un texte</translation>
    </message>
    <message>
        <source>has a folder where its file should be ({path})</source>
        <translation>a un dossier à la place de son fichier ({path})</translation>
    </message>
    <message>
        <source>has a line break or tab inside a text</source>
        <translation>a un saut de ligne ou une tabulation dans un texte</translation>
    </message>
    <message>
        <source>has a minimum of {low} and a maximum of {high}</source>
        <translation>a un minimum de {low} et un maximum de {high}</translation>
    </message>
    <message>
        <source>has a name of more than {most} parts</source>
        <translation>a un nom de plus de {most} parties</translation>
    </message>
    <message>
        <source>has a name that is not text</source>
        <translation>a un nom qui n’est pas du texte</translation>
    </message>
    <message>
        <source>has a share of {share} %</source>
        <translation>a une part de {share}&#x202f;%</translation>
    </message>
    <message>
        <source>has a sheet of {rows} rows and {columns} columns</source>
        <translation>a une feuille de {rows} lignes et {columns} colonnes</translation>
    </message>
    <message>
        <source>has a single backslash inside a text</source>
        <translation>a une seule barre oblique inversée dans un texte</translation>
    </message>
    <message>
        <source>has at_least above at_most</source>
        <translation>a at_least au-dessus de at_most</translation>
    </message>
    <message>
        <source>has its baseline {middle} outside {low} to {high}</source>
        <translation>a sa référence {middle} hors de {low} à {high}</translation>
    </message>
    <message>
        <source>has lost the difference between capitals and small letters</source>
        <translation>a perdu la différence entre majuscules et minuscules</translation>
    </message>
    <message>
        <source>has modeller {here}, and the machine that sent the scenarios {theirs}</source>
        <translation>a modeller {here}, et la machine qui a envoyé les scénarios {theirs}</translation>
    </message>
    <message>
        <source>has more scenarios or outcomes than any version has</source>
        <translation>a plus de scénarios ou de résultats qu’aucune version n’en a</translation>
    </message>
    <message>
        <source>has more than {most} scenarios</source>
        <translation>a plus de {most} scénarios</translation>
    </message>
    <message>
        <source>has no deployments before it or none after it</source>
        <translation>n’a pas de déploiements avant ou pas après</translation>
    </message>
    <message>
        <source>has no deployments from {first} on but those at events</source>
        <translation>n’a pas de déploiements à partir du {first} hors événements</translation>
    </message>
    <message>
        <source>has no deployments from {first} to {last}</source>
        <translation>n’a pas de déploiement du {first} au {last}</translation>
    </message>
    <message>
        <source>has no faces on the current basis from {first} to {last}</source>
        <translation>n’a pas de visages comptés comme aujourd’hui du {first} au {last}</translation>
    </message>
    <message>
        <source>has no figure</source>
        <translation>n’a pas de chiffre</translation>
    </message>
    <message>
        <source>has no figures of two scenarios that differ in a quantity</source>
        <translation>n’a pas de chiffres de deux scénarios qui diffèrent par une grandeur</translation>
    </message>
    <message>
        <source>has no modeller</source>
        <translation>n’a pas de modeller</translation>
    </message>
    <message>
        <source>has no number above 0</source>
        <translation>n’a pas de nombre supérieur à 0</translation>
    </message>
    <message>
        <source>has no origin in its weeks from {first} to {last}</source>
        <translation>n’a pas d’origine dans ses semaines du {first} au {last}</translation>
    </message>
    <message>
        <source>has no row that names its columns; its first is {cells}</source>
        <translation>n’a pas de ligne qui nomme ses colonnes&#x202f;; sa première est {cells}</translation>
    </message>
    <message>
        <source>has no rows</source>
        <translation>n’a pas de ligne</translation>
    </message>
    <message>
        <source>has no ruled table on its pages</source>
        <translation>n’a pas de tableau à filets sur ses pages</translation>
    </message>
    <message>
        <source>has no scenario that can be shown: {why}</source>
        <translation>n’a aucun scénario que l’on puisse montrer&#xa0;: {why}</translation>
    </message>
    <message>
        <source>has no sheet called {sheet}</source>
        <translation>n’a pas de feuille nommée {sheet}</translation>
    </message>
    <message>
        <source>has no such deployment</source>
        <translation>n’a pas de tel déploiement</translation>
    </message>
    <message>
        <source>has no weekly view, being a ratio of totals</source>
        <translation>n’a pas de vue hebdomadaire, étant un rapport de totaux</translation>
    </message>
    <message>
        <source>has no weeks</source>
        <translation>n’a pas de semaine</translation>
    </message>
    <message>
        <source>has no weeks beginning on or after {day}</source>
        <translation>n’a pas de semaine commençant le {day} ou après</translation>
    </message>
    <message>
        <source>has no weeks over before {day}</source>
        <translation>n’a pas de semaine terminée avant le {day}</translation>
    </message>
    <message>
        <source>has no workers</source>
        <translation>n’a pas d’exécutants</translation>
    </message>
    <message>
        <source>has only {count} weeks after {day}</source>
        <translation>n’a que {count} semaines après le {day}</translation>
    </message>
    <message>
        <source>has over {most} rows</source>
        <translation>dépasse {most} lignes</translation>
    </message>
    <message>
        <source>has over {most} scenarios</source>
        <translation>dépasse {most} scénarios</translation>
    </message>
    <message>
        <source>has shares of {sum} % in all</source>
        <translation>a des parts de {sum}&#x202f;% en tout</translation>
    </message>
    <message>
        <source>has shares that add up to {total} %</source>
        <translation>a des parts dont la somme est {total}&#x202f;%</translation>
    </message>
    <message>
        <source>has the figure {shown}</source>
        <translation>a le chiffre {shown}</translation>
    </message>
    <message>
        <source>has the quotation mark &apos;</source>
        <translation>a le guillemet &apos;</translation>
    </message>
    <message>
        <source>has the quotation mark {mark}</source>
        <translation>a le guillemet {mark}</translation>
    </message>
    <message>
        <source>has the range {low} to {high}</source>
        <translation>a la fourchette de {low} à {high}</translation>
    </message>
    <message>
        <source>has too many rows</source>
        <translation>a trop de lignes</translation>
    </message>
    <message>
        <source>has {count} cells</source>
        <translation>a {count} cellules</translation>
    </message>
    <message>
        <source>has {count} cells where the first line has {wanted}</source>
        <translation>a {count} cellules alors que la première ligne en a {wanted}</translation>
    </message>
    <message>
        <source>has {count} characters</source>
        <translation>compte {count} caractères</translation>
    </message>
    <message>
        <source>has {count} columns</source>
        <translation>a {count} colonnes</translation>
    </message>
    <message>
        <source>has {count} deployments of which nobody knows the borough</source>
        <translation>compte {count} déploiements dont personne ne connaît l’arrondissement</translation>
    </message>
    <message>
        <source>has {count} items</source>
        <translation>compte {count} éléments</translation>
    </message>
    <message>
        <source>has {count} quantities</source>
        <translation>a {count} grandeurs</translation>
    </message>
    <message>
        <source>has {count} rows below its header, and none of them can be used</source>
        <translation>compte {count} lignes sous son en-tête, dont aucune n’est utilisable</translation>
    </message>
    <message>
        <source>has {count} steps</source>
        <translation>compte {count} paliers</translation>
    </message>
    <message>
        <source>has {left} more problems</source>
        <translation>a {left} autres problèmes</translation>
    </message>
    <message>
        <source>has {lengths}</source>
        <translation>a {lengths}</translation>
    </message>
    <message>
        <source>has {name} twice</source>
        <translation>a deux fois {name}</translation>
    </message>
    <message>
        <source>has {shown} without a share</source>
        <translation>contient {shown} sans part</translation>
    </message>
    <message>
        <source>has {size} scenarios</source>
        <translation>a {size} scénarios</translation>
    </message>
    <message>
        <source>has {theirs}, and this machine {ours}</source>
        <translation>a {theirs}, et cette machine {ours}</translation>
    </message>
    <message>
        <source>have no weight</source>
        <translation>n’ont aucun poids</translation>
    </message>
    <message>
        <source>holds a file that unpacks to more than {most} bytes</source>
        <translation>contient un fichier qui dépasse {most} octets une fois décompressé</translation>
    </message>
    <message>
        <source>holds half a character (an unpaired surrogate)</source>
        <translation>contient un demi-caractère (un code de substitution isolé)</translation>
    </message>
    <message>
        <source>holds more than one block of scenarios</source>
        <translation>contient plus d’un bloc de scénarios</translation>
    </message>
    <message>
        <source>holds no results</source>
        <translation>ne contient aucun résultat</translation>
    </message>
    <message>
        <source>holds no scenario</source>
        <translation>ne contient pas de scénario</translation>
    </message>
    <message>
        <source>holds results of a version of the model, not a scenario</source>
        <translation>contient les résultats d’une version du modèle, et non un scénario</translation>
    </message>
    <message>
        <source>holds results of the modeller, not a scenario</source>
        <translation>contient des résultats du modélisateur, et non un scénario</translation>
    </message>
    <message>
        <source>holds scenarios in a form not known here</source>
        <translation>contient des scénarios sous une forme inconnue ici</translation>
    </message>
    <message>
        <source>holds the control character {code}</source>
        <translation>contient le caractère de commande {code}</translation>
    </message>
    <message>
        <source>holds the settings of the window, not a scenario</source>
        <translation>contient les réglages de la fenêtre, et non un scénario</translation>
    </message>
    <message>
        <source>holds {most} entries, its most</source>
        <translation>contient {most} inscriptions, son maximum</translation>
    </message>
    <message>
        <source>holds {shown}</source>
        <translation>contient {shown}</translation>
    </message>
    <message>
        <source>import it with modeller evidence import, or Evidence ▸ Import a record…</source>
        <translation>importez-le avec modeller evidence import, ou Données probantes ▸ Importer un relevé…</translation>
    </message>
    <message>
        <source>import its file there, too (modeller evidence import), and run the command again</source>
        <translation>importez-y aussi son fichier (modeller evidence import), et relancez la commande</translation>
    </message>
    <message>
        <source>import its table again and say which borough each place is</source>
        <translation>importez de nouveau son tableau en disant de quel arrondissement est chaque lieu</translation>
    </message>
    <message>
        <source>infinity</source>
        <translation>infini</translation>
    </message>
    <message>
        <source>install it with: pip install &quot;policy-scenario-modeller[cluster]&quot;</source>
        <translation>installez-la avec&#xa0;: pip install &quot;policy-scenario-modeller[cluster]&quot;</translation>
    </message>
    <message>
        <source>install it with: pip install &quot;policy-scenario-modeller[parquet]&quot;</source>
        <translation>installez-la avec&#xa0;: pip install &quot;policy-scenario-modeller[parquet]&quot;</translation>
    </message>
    <message>
        <source>install modeller {here} there, and run the same command again: what was finished is kept</source>
        <translation>installez-y modeller {here}, puis relancez la même commande&#xa0;: ce qui était terminé est gardé</translation>
    </message>
    <message>
        <source>install modeller {version} there, and run the same command again: what was finished is kept</source>
        <translation>installez-y modeller {version}, puis relancez la même commande&#xa0;: ce qui était terminé est gardé</translation>
    </message>
    <message>
        <source>install the same there, and run the same command again: what was finished is kept</source>
        <translation>installez-y la même version, puis relancez la même commande&#xa0;: ce qui était terminé est gardé</translation>
    </message>
    <message>
        <source>is a file of several scenarios, not one scenario</source>
        <translation>est un fichier de plusieurs scénarios, et non un seul scénario</translation>
    </message>
    <message>
        <source>is a ledger of locked projections, not a scenario</source>
        <translation>est un registre de projections verrouillées, et non un scénario</translation>
    </message>
    <message>
        <source>is a notebook, not a scenario</source>
        <translation>est un carnet de calcul, et non un scénario</translation>
    </message>
    <message>
        <source>is a sweep that is not finished, not a scenario</source>
        <translation>est un balayage inachevé, et non un scénario</translation>
    </message>
    <message>
        <source>is a zip file with scenarios in it, not a scenario file</source>
        <translation>est un fichier zip qui contient des scénarios, et non un fichier de scénario</translation>
    </message>
    <message>
        <source>is below 0</source>
        <translation>est inférieur à 0</translation>
    </message>
    <message>
        <source>is by week and says nothing of places</source>
        <translation>est par semaine et ne dit rien des lieux</translation>
    </message>
    <message>
        <source>is damaged or locked with a password</source>
        <translation>est endommagé ou protégé par un mot de passe</translation>
    </message>
    <message>
        <source>is for a Dask cluster</source>
        <translation>est pour une grappe Dask</translation>
    </message>
    <message>
        <source>is no name of a scenario</source>
        <translation>n’est pas le nom d’un scénario</translation>
    </message>
    <message>
        <source>is not set, and the system knows no home folder of this user</source>
        <translation>n’est pas définie, et le système ne connaît pas de dossier personnel pour cet utilisateur</translation>
    </message>
    <message>
        <source>is not the address of a scheduler</source>
        <translation>n’est pas l’adresse d’un ordonnanceur</translation>
    </message>
    <message>
        <source>is not the letter of one of its scenarios</source>
        <translation>n’est la lettre d’aucun de ses scénarios</translation>
    </message>
    <message>
        <source>is not a list of tables</source>
        <translation>n’est pas une liste de tables</translation>
    </message>
    <message>
        <source>is not an object</source>
        <translation>n’est pas un objet</translation>
    </message>
    <message>
        <source>is not a known place or mix</source>
        <translation>n’est ni un lieu ni une répartition connus</translation>
    </message>
    <message>
        <source>is not text</source>
        <translation>n’est pas un texte</translation>
    </message>
    <message>
        <source>is not a total</source>
        <translation>n’est pas un total</translation>
    </message>
    <message>
        <source>is not above 0</source>
        <translation>n’est pas supérieur à 0</translation>
    </message>
    <message>
        <source>is not between 0 and 1</source>
        <translation>n’est pas compris entre 0 et 1</translation>
    </message>
    <message>
        <source>is not given</source>
        <translation>n’est pas indiqué</translation>
    </message>
    <message>
        <source>is not given once to each</source>
        <translation>n’est pas donné une seule fois à chacun</translation>
    </message>
    <message>
        <source>is not in the profile</source>
        <translation>n’est pas dans le profil</translation>
    </message>
    <message>
        <source>is not the same in both results</source>
        <translation>n’est pas le même dans les deux résultats</translation>
    </message>
    <message>
        <source>is in a form that this modeller does not read</source>
        <translation>a une autre forme que celle que lit ce modeller</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>est trop long</translation>
    </message>
    <message>
        <source>is {count} files</source>
        <translation>compte {count} fichiers</translation>
    </message>
    <message>
        <source>is {key}, but the profile in use is {present}</source>
        <translation>est {key}, alors que le profil utilisé est {present}</translation>
    </message>
    <message>
        <source>it must be a day such as 2025-01-06, without quotation marks</source>
        <translation>il faut un jour tel que 2025-01-06, sans guillemets</translation>
    </message>
    <message>
        <source>it must be a list of tables</source>
        <translation>ce doit être une liste de tables</translation>
    </message>
    <message>
        <source>it must be a list of texts</source>
        <translation>il faut une liste de textes</translation>
    </message>
    <message>
        <source>it must be a table</source>
        <translation>il faut une table</translation>
    </message>
    <message>
        <source>it must be a table of whole numbers</source>
        <translation>il faut une table de nombres entiers</translation>
    </message>
    <message>
        <source>it must be tables such as [{group}.…]</source>
        <translation>il faut des tables telles que [{group}.…]</translation>
    </message>
    <message>
        <source>it must be text of one line</source>
        <translation>il faut un texte d’une ligne</translation>
    </message>
    <message>
        <source>it must be two numbers in order, such as [0, 1]</source>
        <translation>il faut deux nombres dans l’ordre, tels que [0, 1]</translation>
    </message>
    <message>
        <source>its scale is logarithmic; raise it</source>
        <translation>son échelle est logarithmique&#x202f;; augmentez-le</translation>
    </message>
    <message>
        <source>keep fewer of them</source>
        <translation>gardez-en moins à cet endroit</translation>
    </message>
    <message>
        <source>leave it out; “make wasm” makes the module in a checkout</source>
        <translation>renoncez-y&#x202f;; «&#xa0;make wasm&#xa0;» fait le module dans une copie des sources</translation>
    </message>
    <message>
        <source>make a briefing for each force</source>
        <translation>faites une note pour chaque police</translation>
    </message>
    <message>
        <source>make it possible to read it</source>
        <translation>rendez-le lisible</translation>
    </message>
    <message>
        <source>make the folder {folder} with the scenarios of the profile</source>
        <translation>créez le dossier {folder} avec les scénarios du profil</translation>
    </message>
    <message>
        <source>make them 100 %, or end with “rest as recorded”</source>
        <translation>portez-la à 100&#x202f;%, ou terminez par «&#x202f;rest as recorded&#x202f;»</translation>
    </message>
    <message>
        <source>name one of them</source>
        <translation>nommez l’un d’eux</translation>
    </message>
    <message>
        <source>names no record</source>
        <translation>ne nomme aucun relevé</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>profil</translation>
    </message>
    <message>
        <source>start one there (dask worker {scheduler}) and run the same command again: what was finished is kept</source>
        <translation>lancez-en un là-bas (dask worker {scheduler}) et relancez la même commande&#xa0;: ce qui était fini est gardé</translation>
    </message>
    <message>
        <source>such a file is far smaller</source>
        <translation>un tel fichier est bien plus petit</translation>
    </message>
    <message>
        <source>the explorable page</source>
        <translation>la page explorable</translation>
    </message>
    <message>
        <source>the minimum must be the smaller</source>
        <translation>le minimum doit être le plus petit des deux</translation>
    </message>
    <message>
        <source>the profile declares none yet; declare them before its record</source>
        <translation>le profil n’en déclare pas encore&#xa0;; déclarez-les avant son relevé</translation>
    </message>
    <message>
        <source>the workshop</source>
        <translation>l’atelier</translation>
    </message>
    <message>
        <source>this release reads format {format}</source>
        <translation>cette version lit le format {format}</translation>
    </message>
    <message>
        <source>use small letters, figures and hyphens</source>
        <translation>utilisez des minuscules, des chiffres et des traits d’union</translation>
    </message>
    <message>
        <source>use the shipped record for totals by place</source>
        <translation>employez le relevé fourni pour les totaux par lieu</translation>
    </message>
    <message>
        <source>what was dropped</source>
        <translation>ce qui a été déposé</translation>
    </message>
    <message>
        <source>widen the range or correct the baseline</source>
        <translation>élargissez l’étendue ou corrigez la référence</translation>
    </message>
    <message>
        <source>write a list of mixes, such as [&quot;as-recorded&quot;, &quot;evenly&quot;]</source>
        <translation>écrivez une liste de répartitions, par exemple [&quot;as-recorded&quot;, &quot;evenly&quot;]</translation>
    </message>
    <message>
        <source>write a plain number, without units or signs between thousands</source>
        <translation>écrivez un nombre simple, sans unité ni signe entre les milliers</translation>
    </message>
    <message>
        <source>write each as [[{kind}]]</source>
        <translation>écrivez chacune comme [[{kind}]]</translation>
    </message>
    <message>
        <source>write it anew</source>
        <translation>écrivez-le à nouveau</translation>
    </message>
    <message>
        <source>write true or false</source>
        <translation>écrivez true ou false</translation>
    </message>
    <message>
        <source>write which it was</source>
        <translation>écrivez ce que c’était</translation>
    </message>
    <message>
        <source>“{text}” in {line} and “{other}” in {other_line} cannot both be whole numbers; write all of them without separators</source>
        <translation>«&#xa0;{text}&#xa0;» ({line}) et «&#xa0;{other}&#xa0;» ({other_line}) ne peuvent pas être tous deux des nombres entiers&#x202f;; écrivez-les tous sans séparateur</translation>
    </message>
    <message>
        <source>“{text}” in {line} can only be month first, and {others} only day first; write all of them alike, as 2025-01-31</source>
        <translation>«&#xa0;{text}&#xa0;» ({line}) ne se lit que le mois d’abord, et {others} que le jour d’abord&#x202f;; écrivez-les toutes de même, comme 2025-01-31</translation>
    </message>
    <message>
        <source>import the file it was made from, or use the shipped record</source>
        <translation>importez le fichier d’où il vient, ou utilisez le relevé fourni</translation>
    </message>
    <message>
        <source>a backtest needs {before} comparable weeks before a Monday and {after} after it</source>
        <translation>la mise à l’épreuve demande {before} semaines comparables avant un lundi et {after} après</translation>
    </message>
    <message>
        <source>cannot be written to ({reason})</source>
        <translation>n’est pas accessible en écriture ({reason})</translation>
    </message>
    <message>
        <source>check its dates; nothing was locked</source>
        <translation>vérifiez ses dates&#x202f;; rien n’a été verrouillé</translation>
    </message>
    <message>
        <source>choose a file</source>
        <translation>choisissez un fichier</translation>
    </message>
    <message>
        <source>choose a smaller one</source>
        <translation>choisissez-en un plus petit</translation>
    </message>
    <message>
        <source>choose another form, and please report it</source>
        <translation>choisissez une autre forme, et signalez-le s’il vous plaît</translation>
    </message>
    <message>
        <source>choose days between which a second Monday from {first} to {last} lies</source>
        <translation>choisissez des jours entre lesquels tombe un lundi sur deux, du {first} au {last}</translation>
    </message>
    <message>
        <source>choose other Mondays</source>
        <translation>choisissez d’autres lundis</translation>
    </message>
    <message>
        <source>could not be opened again: {place} {what}</source>
        <translation>ne pourrait pas être rouvert&#xa0;: {place} {what}</translation>
    </message>
    <message>
        <source>could not be read again: it {what}</source>
        <translation>ne pourrait pas être relue&#xa0;: elle {what}</translation>
    </message>
    <message>
        <source>ends on {day}, too far from today for a ledger</source>
        <translation>se termine le {day}, trop loin d’aujourd’hui pour un registre</translation>
    </message>
    <message>
        <source>has no origin between the days given</source>
        <translation>n’a pas de date de départ entre les jours donnés</translation>
    </message>
    <message>
        <source>is 0</source>
        <translation>vaut 0</translation>
    </message>
    <message>
        <source>is 1 at {site} on {day}</source>
        <translation>vaut 1 à {site} le {day}</translation>
    </message>
    <message>
        <source>is a number of {length} characters</source>
        <translation>est un nombre de {length} caractères</translation>
    </message>
    <message>
        <source>is a number with a sign or a unit</source>
        <translation>est un nombre avec un signe ou une unité</translation>
    </message>
    <message>
        <source>is a record of deployments, not a scenario</source>
        <translation>est un relevé de déploiements, et non un scénario</translation>
    </message>
    <message>
        <source>is a record that the modeller keeps, not a scenario</source>
        <translation>est un relevé que garde le modélisateur, et non un scénario</translation>
    </message>
    <message>
        <source>is a schedule</source>
        <translation>est un calendrier</translation>
    </message>
    <message>
        <source>is a second comma</source>
        <translation>est une seconde virgule</translation>
    </message>
    <message>
        <source>is a share code, not a table</source>
        <translation>est un code de partage, et non un tableau</translation>
    </message>
    <message>
        <source>is a workbook that is locked with a password</source>
        <translation>est un classeur protégé par un mot de passe</translation>
    </message>
    <message>
        <source>is an object</source>
        <translation>est un objet</translation>
    </message>
    <message>
        <source>is beyond what a ledger holds</source>
        <translation>dépasse ce que contient un registre</translation>
    </message>
    <message>
        <source>is damaged</source>
        <translation>est abîmé</translation>
    </message>
    <message>
        <source>is damaged ({path})</source>
        <translation>est abîmé ({path})</translation>
    </message>
    <message>
        <source>is damaged ({what})</source>
        <translation>est abîmée ({what})</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>est vide</translation>
    </message>
    <message>
        <source>is given more than once</source>
        <translation>est donné plusieurs fois</translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation>est donné deux fois</translation>
    </message>
    <message>
        <source>is in a number that JSON does not write so</source>
        <translation>est dans un nombre que JSON n’écrit pas ainsi</translation>
    </message>
    <message>
        <source>is in the number {number}</source>
        <translation>est dans le nombre {number}</translation>
    </message>
    <message>
        <source>is in use by another sweep</source>
        <translation>est utilisé par un autre balayage</translation>
    </message>
    <message>
        <source>is in {borough}, but in {first} on line {line}</source>
        <translation>est dans {borough}, mais dans {first} à la ligne {line}</translation>
    </message>
    <message>
        <source>is incomplete: the file breaks off in the middle of it</source>
        <translation>est incomplète&#xa0;: le fichier se termine en son milieu</translation>
    </message>
    <message>
        <source>is larger than {most} bytes</source>
        <translation>dépasse {most} octets</translation>
    </message>
    <message>
        <source>is longer than {most} characters</source>
        <translation>dépasse {most} caractères</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>manque</translation>
    </message>
    <message>
        <source>is missing: the ledger was cut short</source>
        <translation>manque&#xa0;: le registre a été raccourci</translation>
    </message>
    <message>
        <source>is named “{name}”</source>
        <translation>s’appelle «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>is neither a site of the record nor a borough</source>
        <translation>n’est ni un site du relevé ni un arrondissement</translation>
    </message>
    <message>
        <source>is nested more than {most} levels deep</source>
        <translation>est imbriqué sur plus de {most} niveaux</translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <translation>est imbriqué trop profondément</translation>
    </message>
    <message>
        <source>is not a heading of {name}</source>
        <translation>n’est pas un intitulé de {name}</translation>
    </message>
    <message>
        <source>is not JSON ({reason})</source>
        <translation>n’est pas du JSON ({reason})</translation>
    </message>
    <message>
        <source>is not TOML ({reason})</source>
        <translation>n’est pas du TOML ({reason})</translation>
    </message>
    <message>
        <source>is not UTF-8 text</source>
        <translation>n’est pas du texte UTF-8</translation>
    </message>
    <message>
        <source>is not UTF-8 text (byte {byte} of {name})</source>
        <translation>n’est pas du texte UTF-8 (octet {byte} de {name})</translation>
    </message>
    <message>
        <source>is not UTF-8 text (byte {byte})</source>
        <translation>n’est pas du texte UTF-8 (octet {byte})</translation>
    </message>
    <message>
        <source>is not a choice, circumstance or belief</source>
        <translation>n’est ni un choix, ni une circonstance, ni une hypothèse</translation>
    </message>
    <message>
        <source>is not a choice, circumstance, belief, weeks, draws or seed</source>
        <translation>n’est ni un choix, ni une circonstance, ni une hypothèse, ni weeks, draws ou seed</translation>
    </message>
    <message>
        <source>is not a circumstance</source>
        <translation>n’est pas une circonstance</translation>
    </message>
    <message>
        <source>is not a file</source>
        <translation>n’est pas un fichier</translation>
    </message>
    <message>
        <source>is not a record that is kept here</source>
        <translation>n’est pas un relevé gardé ici</translation>
    </message>
    <message>
        <source>is not a section: {key}</source>
        <translation>n’est pas une section&#xa0;: {key}</translation>
    </message>
    <message>
        <source>is not a shipped scenario</source>
        <translation>n’est pas un scénario fourni</translation>
    </message>
    <message>
        <source>is not an analysis: {key}</source>
        <translation>n’est pas une analyse&#xa0;: {key}</translation>
    </message>
    <message>
        <source>is not an entry of a ledger</source>
        <translation>n’est pas une inscription de registre</translation>
    </message>
    <message>
        <source>is not an outcome</source>
        <translation>n’est pas un résultat</translation>
    </message>
    <message>
        <source>is not an outcome: {name}</source>
        <translation>n’est pas un résultat&#xa0;: {name}</translation>
    </message>
    <message>
        <source>is not complete</source>
        <translation>est incomplet</translation>
    </message>
    <message>
        <source>is not defined in this scenario: it divides by a count that is zero</source>
        <translation>n’est pas défini dans ce scénario&#xa0;: il divise par un nombre nul</translation>
    </message>
    <message>
        <source>is not defined in {count} of 100 futures</source>
        <translation>n’est pas défini dans {count} futurs sur 100</translation>
    </message>
    <message>
        <source>is not installed</source>
        <translation>n’est pas installé</translation>
    </message>
    <message>
        <source>is not kept where a worker runs, or is damaged there</source>
        <translation>n’est pas gardé là où fonctionne un processus de calcul, ou y est abîmé</translation>
    </message>
    <message>
        <source>is not known here</source>
        <translation>n’est pas connu ici</translation>
    </message>
    <message>
        <source>is not the same for all scenarios</source>
        <translation>n’est pas le même pour tous les scénarios</translation>
    </message>
    <message>
        <source>is not the {encoding} text that it begins as</source>
        <translation>n’est pas le texte {encoding} annoncé par son début</translation>
    </message>
    <message>
        <source>cannot be opened as a scenario</source>
        <translation>n’est rien que l’on puisse ouvrir</translation>
    </message>
    <message>
        <source>is of kind {kind}</source>
        <translation>est de type {kind}</translation>
    </message>
    <message>
        <source>is the name of another record kept here ({digest}…)</source>
        <translation>est le nom d’un autre relevé gardé ici ({digest}…)</translation>
    </message>
    <message>
        <source>is the record that is shipped</source>
        <translation>est le relevé fourni</translation>
    </message>
    <message>
        <source>is the same in both results, but they are calibrated differently</source>
        <translation>est le même dans les deux résultats, mais leur calage diffère</translation>
    </message>
    <message>
        <source>is the same in every future</source>
        <translation>est le même dans tous les futurs</translation>
    </message>
    <message>
        <source>is there already</source>
        <translation>existe déjà</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>y est deux fois</translation>
    </message>
    <message>
        <source>is too large for the ledger</source>
        <translation>est trop grande pour le registre</translation>
    </message>
    <message>
        <source>is too short for a backtest of places</source>
        <translation>est trop court pour un test rétrospectif des lieux</translation>
    </message>
    <message>
        <source>is varied twice</source>
        <translation>varie deux fois</translation>
    </message>
    <message>
        <source>is where the file breaks off</source>
        <translation>est l’endroit où le fichier s’arrête, au milieu</translation>
    </message>
    <message>
        <source>is {alerts}, but true and false alerts make {sum}</source>
        <translation>vaut {alerts}, mais alertes justes et fausses font {sum}</translation>
    </message>
    <message>
        <source>is {arrests}, more than the {true} true alerts</source>
        <translation>vaut {arrests}, plus que les {true} alertes justes</translation>
    </message>
    <message>
        <source>is {count} in a week without deployments</source>
        <translation>vaut {count} dans une semaine sans déploiement</translation>
    </message>
    <message>
        <source>is {day}</source>
        <translation>vaut {day}</translation>
    </message>
    <message>
        <source>is {day}, a {weekday}</source>
        <translation>vaut {day}, un {weekday}</translation>
    </message>
    <message>
        <source>is {false}, more than the {alerts} alerts</source>
        <translation>vaut {false}, plus que les {alerts} alertes</translation>
    </message>
    <message>
        <source>is {first}, after {last}</source>
        <translation>vaut {first}, après {last}</translation>
    </message>
    <message>
        <source>is {hours} for {deployments} deployments</source>
        <translation>vaut {hours} pour {deployments} déploiements</translation>
    </message>
    <message>
        <source>is {kind} and holds no scenario</source>
        <translation>est {kind} et ne contient pas de scénario</translation>
    </message>
    <message>
        <source>is {kind} and holds no share code</source>
        <translation>est {kind} et ne contient pas de code de partage</translation>
    </message>
    <message>
        <source>is {kind}, not a scenario file</source>
        <translation>est {kind}, et non un fichier de scénario</translation>
    </message>
    <message>
        <source>is {kind}, not a table</source>
        <translation>est {kind}, et non un tableau</translation>
    </message>
    <message>
        <source>is {kind} with a record of deployments, not a scenario</source>
        <translation>est {kind} avec un relevé de déploiements, et non un scénario</translation>
    </message>
    <message>
        <source>is {name}, as on line {line}</source>
        <translation>vaut {name}, comme à la ligne {line}</translation>
    </message>
    <message>
        <source>is {shown}</source>
        <translation>vaut {shown}</translation>
    </message>
    <message>
        <source>is {shown}, in another folder</source>
        <translation>vaut {shown}, dans un autre dossier</translation>
    </message>
    <message>
        <source>is {shown}, which could mean {one} or {other}</source>
        <translation>vaut {shown}, ce qui peut signifier {one} ou {other}</translation>
    </message>
    <message>
        <source>is {shown}, which is not there</source>
        <translation>vaut {shown}, qui n’existe pas</translation>
    </message>
    <message>
        <source>is {stored}, but changes make it {now}</source>
        <translation>vaut {stored}, mais changes en fait {now}</translation>
    </message>
    <message>
        <source>is {value}</source>
        <translation>vaut {value}</translation>
    </message>
    <message>
        <source>is {value} where {title} has {other}</source>
        <translation>vaut {value} alors que {title} a {other}</translation>
    </message>
    <message>
        <source>is {week}</source>
        <translation>vaut {week}</translation>
    </message>
    <message>
        <source>is {week}, not after {earlier} before it</source>
        <translation>vaut {week}, qui ne vient pas après {earlier} de la ligne d’avant</translation>
    </message>
    <message>
        <source>is {word}</source>
        <translation>est {word}</translation>
    </message>
    <message>
        <source>is {word}, a word without quotation marks</source>
        <translation>est {word}, un mot sans guillemets</translation>
    </message>
    <message>
        <source>is “{text}”</source>
        <translation>vaut «&#xa0;{text}&#xa0;»</translation>
    </message>
    <message>
        <source>is “{text}”, which is not known here</source>
        <translation>vaut «&#xa0;{text}&#xa0;», ce qui n’est pas connu ici</translation>
    </message>
    <message>
        <source>it begins with {{&quot;format&quot;: 1, …}}</source>
        <translation>il commence par {{&quot;format&quot;: 1, …}}</translation>
    </message>
    <message>
        <source>it holds those from {first} to {last}</source>
        <translation>il contient ceux du {first} au {last}</translation>
    </message>
    <message>
        <source>it holds weeks from {first} to {last}</source>
        <translation>il contient les semaines du {first} au {last}</translation>
    </message>
    <message>
        <source>it is a former name of {current}, which is given too; keep one of them</source>
        <translation>c’est un ancien nom de {current}, donné aussi&#x202f;; gardez-en un</translation>
    </message>
    <message>
        <source>it is closed</source>
        <translation>elle est fermée</translation>
    </message>
    <message>
        <source>it is left alone</source>
        <translation>il est laissé tel quel</translation>
    </message>
    <message>
        <source>it is not an ordinary file</source>
        <translation>ce n’est pas un fichier ordinaire</translation>
    </message>
    <message>
        <source>it is not made like such a file</source>
        <translation>il n’est pas comme de tels fichiers</translation>
    </message>
    <message>
        <source>it is opened, not imported: modeller open, or Open from a code…</source>
        <translation>il s’ouvre, il ne s’importe pas&#xa0;: modeller open, ou Ouvrir à partir d’un code…</translation>
    </message>
    <message>
        <source>it is the sum over the week&apos;s deployments, at most {most}</source>
        <translation>c’est la somme des déploiements de la semaine, {most} au plus</translation>
    </message>
    <message>
        <source>it is write-protected</source>
        <translation>il est protégé en écriture</translation>
    </message>
    <message>
        <source>it must be 0 there</source>
        <translation>il faut 0 dans ce cas</translation>
    </message>
    <message>
        <source>it must be a SHA-256, 64 hexadecimal digits in lower case</source>
        <translation>il faut une somme SHA-256, 64 chiffres hexadécimaux en minuscules</translation>
    </message>
    <message>
        <source>it must be a finite number</source>
        <translation>il faut un nombre fini</translation>
    </message>
    <message>
        <source>it must be a list</source>
        <translation>il faut une liste</translation>
    </message>
    <message>
        <source>it must be a name or a file</source>
        <translation>il faut un nom ou un fichier</translation>
    </message>
    <message>
        <source>it must be a number</source>
        <translation>il faut un nombre</translation>
    </message>
    <message>
        <source>it must be a whole number</source>
        <translation>il faut un nombre entier</translation>
    </message>
    <message>
        <source>it must be a whole number such as 1</source>
        <translation>il faut un nombre entier, par exemple 1</translation>
    </message>
    <message>
        <source>it must be an object</source>
        <translation>il faut un objet</translation>
    </message>
    <message>
        <source>it must be an object, key by key</source>
        <translation>il faut un objet, clé par clé</translation>
    </message>
    <message>
        <source>it must be at most {most} printable characters</source>
        <translation>il faut {most} caractères imprimables au plus</translation>
    </message>
    <message>
        <source>it must be text</source>
        <translation>il faut du texte</translation>
    </message>
    <message>
        <source>it must be true or false</source>
        <translation>il faut true ou false</translation>
    </message>
    <message>
        <source>it must be what JSON can hold</source>
        <translation>il faut une valeur que JSON puisse contenir</translation>
    </message>
    <message>
        <source>it must be {one} or {other}</source>
        <translation>il faut {one} ou {other}</translation>
    </message>
    <message>
        <source>it must lie between 0 (exactly known) and 5 times the evidence’s spread</source>
        <translation>il faut une valeur entre 0 (connue exactement) et 5 fois la dispersion des données</translation>
    </message>
    <message>
        <source>it must lie between 0 and {most}</source>
        <translation>il faut une valeur entre 0 et {most}</translation>
    </message>
    <message>
        <source>it must lie between {range}</source>
        <translation>il faut une valeur entre {range}</translation>
    </message>
    <message>
        <source>it must not lie before {day}</source>
        <translation>il faut un jour qui ne soit pas avant le {day}</translation>
    </message>
    <message>
        <source>it must not lie before {day}; is the clock of this machine right?</source>
        <translation>ne peut pas précéder le {day}&#x202f;; l’horloge de cette machine est-elle juste&#x202f;?</translation>
    </message>
    <message>
        <source>it needs no opening: Evidence ▸ Records… and modeller evidence list name it</source>
        <translation>inutile de l’ouvrir&#xa0;: Données probantes ▸ Relevés… et modeller evidence list le nomment</translation>
    </message>
    <message>
        <source>it takes 13 weeks of deployments before a standpoint and 4 after it</source>
        <translation>il faut 13 semaines de déploiements avant un point de vue et 4 après</translation>
    </message>
    <message>
        <source>its first line names the columns {columns}</source>
        <translation>sa première ligne nomme les colonnes {columns}</translation>
    </message>
    <message>
        <source>its first line names {columns}</source>
        <translation>sa première ligne nomme {columns}</translation>
    </message>
    <message>
        <source>its headings are {names}</source>
        <translation>ses intitulés sont {names}</translation>
    </message>
    <message>
        <source>its sheets with something in them are {names}</source>
        <translation>ses feuilles non vides sont {names}</translation>
    </message>
    <message>
        <source>keep at most {most}</source>
        <translation>gardez-en au plus {most}</translation>
    </message>
    <message>
        <source>keep it within {most}</source>
        <translation>ne dépassez pas {most}</translation>
    </message>
    <message>
        <source>keep one of them</source>
        <translation>gardez-en un</translation>
    </message>
    <message>
        <source>lacks the column {column}</source>
        <translation>n’a pas la colonne {column}</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>retirez-le</translation>
    </message>
    <message>
        <source>leave it to the window, which keeps them there</source>
        <translation>laissez-le à la fenêtre, qui les y garde</translation>
    </message>
    <message>
        <source>leave out the rows of that week that were not published</source>
        <translation>laissez de côté les lignes de cette semaine qui n’ont pas été publiées</translation>
    </message>
    <message>
        <source>line {line}</source>
        <translation>ligne {line}</translation>
    </message>
    <message>
        <source>line {line}, column {column}</source>
        <translation>ligne {line}, colonne {column}</translation>
    </message>
    <message>
        <source>line {line}, {column}</source>
        <translation>ligne {line}, {column}</translation>
    </message>
    <message>
        <source>lists go together row by row: make them equally long</source>
        <translation>les listes vont ensemble ligne par ligne&#xa0;: faites-les de même longueur</translation>
    </message>
    <message>
        <source>make it first</source>
        <translation>créez-le d’abord</translation>
    </message>
    <message>
        <source>make it possible to read there</source>
        <translation>permettez d’y lire</translation>
    </message>
    <message>
        <source>make it possible to write there; nothing was kept</source>
        <translation>permettez d’y écrire&#x202f;; rien n’a été gardé</translation>
    </message>
    <message>
        <source>make room and run the same command again; what was finished is kept</source>
        <translation>faites de la place et relancez la même commande&#x202f;; ce qui était fini est gardé</translation>
    </message>
    <message>
        <source>make room on that disk, or save in another folder</source>
        <translation>faites de la place sur ce disque, ou enregistrez dans un autre dossier</translation>
    </message>
    <message>
        <source>move it away and begin anew, or run the same command again</source>
        <translation>déplacez-le et recommencez, ou relancez la même commande</translation>
    </message>
    <message>
        <source>move it away, or write to another file</source>
        <translation>déplacez-le, ou écrivez dans un autre fichier</translation>
    </message>
    <message>
        <source>move it elsewhere together with {name}, and another is begun</source>
        <translation>déplacez-le ailleurs avec {name}, et un autre sera commencé</translation>
    </message>
    <message>
        <source>name a TOML or CSV file</source>
        <translation>nommez un fichier TOML ou CSV</translation>
    </message>
    <message>
        <source>name each quantity once</source>
        <translation>nommez chaque grandeur une fois</translation>
    </message>
    <message>
        <source>name every borough once</source>
        <translation>nommez chaque arrondissement une fois</translation>
    </message>
    <message>
        <source>name every column once</source>
        <translation>nommez chaque colonne une fois</translation>
    </message>
    <message>
        <source>name one lever, or two different ones</source>
        <translation>nommez un levier, ou deux différents</translation>
    </message>
    <message>
        <source>name the columns in the first line</source>
        <translation>nommez les colonnes dans la première ligne</translation>
    </message>
    <message>
        <source>names no separator</source>
        <translation>ne nomme pas de séparateur</translation>
    </message>
    <message>
        <source>names several records</source>
        <translation>désigne plusieurs relevés</translation>
    </message>
    <message>
        <source>names {keys}</source>
        <translation>nomme {keys}</translation>
    </message>
    <message>
        <source>needs a scheduler</source>
        <translation>demande un ordonnanceur</translation>
    </message>
    <message>
        <source>no fixed cameras are declared there for that day; write 0 for a van</source>
        <translation>aucune caméra fixe n’y est déclarée pour ce jour&#x202f;; écrivez 0 pour une camionnette</translation>
    </message>
    <message>
        <source>not all of it was saved or copied; fetch it again</source>
        <translation>tout n’a pas été enregistré ou copié&#x202f;; allez le rechercher</translation>
    </message>
    <message>
        <source>open a scenario file or a briefing, or paste the share code that is printed in it</source>
        <translation>ouvrez un fichier de scénario ou une note, ou collez le code de partage qui y est imprimé</translation>
    </message>
    <message>
        <source>open a scenario or a briefing; a record of deployments is imported instead, with modeller evidence import or Evidence ▸ Import a record…</source>
        <translation>ouvrez un scénario ou une note&#x202f;; un relevé de déploiements s’importe plutôt, avec modeller evidence import ou Données probantes ▸ Importer un relevé…</translation>
    </message>
    <message>
        <source>open it and copy the table into a spreadsheet, or paste it</source>
        <translation>ouvrez-le et copiez le tableau dans un tableur, ou collez-le</translation>
    </message>
    <message>
        <source>open the file that came with it, or paste the code that is printed in it</source>
        <translation>ouvrez le fichier qui l’accompagne, ou collez le code qui y est imprimé</translation>
    </message>
    <message>
        <source>put that right and try again</source>
        <translation>corrigez cela et réessayez</translation>
    </message>
    <message>
        <source>put that right and try again; nothing was locked</source>
        <translation>corrigez cela et réessayez&#x202f;; rien n’a été verrouillé</translation>
    </message>
    <message>
        <source>puts {name} on the tile of {other} on line {line}</source>
        <translation>met {name} sur la case de {other}, ligne {line}</translation>
    </message>
    <message>
        <source>remove it and import its file again</source>
        <translation>supprimez-le et importez de nouveau son fichier</translation>
    </message>
    <message>
        <source>needs the library pyarrow</source>
        <translation>demande la bibliothèque pyarrow</translation>
    </message>
    <message>
        <source>does not end like a file that can be written here</source>
        <translation>ne se termine pas comme un fichier qui peut être écrit ici</translation>
    </message>
    <message>
        <source>does not respond</source>
        <translation>ne répond pas</translation>
    </message>
    <message>
        <source>is one closing {sign} too many</source>
        <translation>est un {sign} final de trop</translation>
    </message>
    <message>
        <source>is a comment</source>
        <translation>est un commentaire</translation>
    </message>
    <message>
        <source>install it with pip install &quot;policy-scenario-modeller[pdf]&quot;, or copy the table and paste it</source>
        <translation>installez-la avec pip install &quot;policy-scenario-modeller[pdf]&quot;, ou copiez le tableau et collez-le</translation>
    </message>
    <message>
        <source>is a PDF, and the library that reads its tables is not installed</source>
        <translation>est un PDF, et la bibliothèque qui en lit les tableaux n’est pas installée</translation>
    </message>
    <message>
        <source>is not a folder</source>
        <translation>n’est pas un dossier</translation>
    </message>
    <message>
        <source>is not an unfinished sweep of this modeller</source>
        <translation>n’est pas un balayage inachevé de ce modélisateur</translation>
    </message>
    <message>
        <source>is the design of a sweep, not a scenario</source>
        <translation>est le plan d’expérience d’un balayage, et non un scénario</translation>
    </message>
    <message>
        <source>is the history of the window, not a scenario</source>
        <translation>est l’historique de la fenêtre, et non un scénario</translation>
    </message>
    <message>
        <source>is the table of a sweep, not a scenario</source>
        <translation>est le tableau d’un balayage, et non un scénario</translation>
    </message>
    <message>
        <source>is unsaved work of a window, not a scenario</source>
        <translation>est le travail non enregistré d’une fenêtre, et non un scénario</translation>
    </message>
    <message>
        <source>is {alerts}, more than the {faces} faces</source>
        <translation>vaut {alerts}, plus que les {faces} visages</translation>
    </message>
    <message>
        <source>is {key}, which is the profile that comes with the modeller</source>
        <translation>est {key}, le profil livré avec le modélisateur</translation>
    </message>
    <message>
        <source>it must be a day of the years {first} to {last}, such as 2025-01-06, without quotation marks</source>
        <translation>il faut un jour des années {first} à {last}, par exemple 2025-01-06, sans guillemets</translation>
    </message>
    <message>
        <source>it must be a named mix such as {mix}, or shares such as {{&quot;{place}&quot;: 0.2, &quot;as-recorded&quot;: 0.8}}</source>
        <translation>ce doit être une répartition qui a un nom, telle que {mix}, ou des parts telles que {{&quot;{place}&quot;: 0.2, &quot;as-recorded&quot;: 0.8}}</translation>
    </message>
    <message>
        <source>it must be a year from {first} to {last}</source>
        <translation>il faut une année de {first} à {last}</translation>
    </message>
    <message>
        <source>keep to {most}: take a sample instead of a full grid</source>
        <translation>tenez-vous à {most}&#xa0;: échantillonnez au lieu d’une grille entière</translation>
    </message>
    <message>
        <source>leave it as it is: modeller ledger list shows what it holds</source>
        <translation>laissez-le tel quel&#xa0;: modeller ledger list montre ce qu’il contient</translation>
    </message>
    <message>
        <source>leave it beside its ledger, which cannot do without it</source>
        <translation>laissez-le à côté de son registre, qui ne peut s’en passer</translation>
    </message>
    <message>
        <source>leave it beside its table</source>
        <translation>laissez-le à côté de son tableau</translation>
    </message>
    <message>
        <source>leave it there: the same modeller sweep carries on from it</source>
        <translation>laissez-le là&#xa0;: la même commande modeller sweep reprend à partir de lui</translation>
    </message>
    <message>
        <source>leave it there: the window offers it at its next start</source>
        <translation>laissez-le là&#xa0;: la fenêtre le propose à son prochain démarrage</translation>
    </message>
    <message>
        <source>leave it there: the window shows it, and restores from it</source>
        <translation>laissez-le là&#xa0;: la fenêtre l’affiche et rétablit ce qu’il contient</translation>
    </message>
    <message>
        <source>marks the end of a ledger, and is no scenario</source>
        <translation>marque la fin d’un registre, et n’est pas un scénario</translation>
    </message>
    <message>
        <source>modeller open shows them, and saves each in a file of its own</source>
        <translation>modeller open les affiche, et enregistre chacun dans son propre fichier</translation>
    </message>
    <message>
        <source>move it away, or write to another file; it was left alone</source>
        <translation>déplacez-le, ou écrivez dans un autre fichier&#x202f;; il a été laissé tel quel</translation>
    </message>
    <message>
        <source>move that folder away, and import the record’s file again</source>
        <translation>déplacez ce dossier, et importez de nouveau le fichier du relevé</translation>
    </message>
    <message>
        <source>name a file in its place</source>
        <translation>nommez un fichier à la place</translation>
    </message>
    <message>
        <source>name a table that “modeller sweep” has written</source>
        <translation>nommez un tableau que «&#xa0;modeller sweep&#xa0;» a écrit</translation>
    </message>
    <message>
        <source>names {key}, which is not a choice, circumstance or belief</source>
        <translation>nomme {key}, qui n’est ni un choix, ni une circonstance, ni une hypothèse</translation>
    </message>
    <message>
        <source>no design needs that</source>
        <translation>aucun plan d’expérience n’en a besoin</translation>
    </message>
    <message>
        <source>no longer responds</source>
        <translation>ne répond plus</translation>
    </message>
    <message>
        <source>no name here has more than two</source>
        <translation>aucun nom n’en a ici plus de deux</translation>
    </message>
    <message>
        <source>no record has been imported yet</source>
        <translation>aucun relevé n’a encore été importé</translation>
    </message>
    <message>
        <source>no scenario file needs that; choose another file</source>
        <translation>aucun fichier de scénario n’en a besoin&#x202f;; choisissez un autre fichier</translation>
    </message>
    <message>
        <source>no scenario is as large</source>
        <translation>aucun scénario n’est aussi grand</translation>
    </message>
    <message>
        <source>no scenario needs as many</source>
        <translation>aucun scénario n’en demande autant</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>rien</translation>
    </message>
    <message>
        <source>nothing was locked; please report it</source>
        <translation>rien n’a été verrouillé&#x202f;; signalez-le s’il vous plaît</translation>
    </message>
    <message>
        <source>of type {name}</source>
        <translation>de type {name}</translation>
    </message>
    <message>
        <source>one of “{text}” in {line} and “{other}” in {other_line} would be decimals; write all of them without separators</source>
        <translation>l’un de «&#xa0;{text}&#xa0;» ({line}) et «&#xa0;{other}&#xa0;» ({other_line}) serait un nombre décimal&#x202f;; écrivez-les tous sans séparateur</translation>
    </message>
    <message>
        <source>only arrests that followed a true alert are counted</source>
        <translation>seules comptent les arrestations qui ont suivi une alerte juste</translation>
    </message>
    <message>
        <source>open it with Jupyter</source>
        <translation>ouvrez-le avec Jupyter</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>le résultat</translation>
    </message>
    <message>
        <source>points</source>
        <translation>les points</translation>
    </message>
    <message>
        <source>points and commas stand both before decimals and among thousands</source>
        <translation>points et virgules précèdent des décimales et séparent aussi des milliers</translation>
    </message>
    <message>
        <source>points and commas stand both before three digits</source>
        <translation>des points et des virgules précèdent trois chiffres</translation>
    </message>
    <message>
        <source>project them on one record</source>
        <translation>projetez-les sur un seul relevé</translation>
    </message>
    <message>
        <source>put a comma between the two</source>
        <translation>mettez une virgule entre les deux</translation>
    </message>
    <message>
        <source>put it right there</source>
        <translation>corrigez à cet endroit</translation>
    </message>
    <message>
        <source>put it right there, or choose another file</source>
        <translation>corrigez à cet endroit, ou choisissez un autre fichier</translation>
    </message>
    <message>
        <source>put the second quotation mark, &quot;, after it</source>
        <translation>mettez le second guillemet, &quot;, après lui</translation>
    </message>
    <message>
        <source>put these right first</source>
        <translation>corrigez d’abord ceux-ci</translation>
    </message>
    <message>
        <source>quote it</source>
        <translation>mettez-le entre guillemets</translation>
    </message>
    <message>
        <source>rates per face need one week or more whose face_count_basis is current; the first comparable week is that of {week}</source>
        <translation>les taux par visage demandent une semaine ou plus dont face_count_basis vaut current&#x202f;; la première semaine comparable est celle du {week}</translation>
    </message>
    <message>
        <source>reads otherwise than it was written</source>
        <translation>ne se relit pas comme elle a été écrite</translation>
    </message>
    <message>
        <source>record</source>
        <translation>le relevé</translation>
    </message>
    <message>
        <source>record {digest}…</source>
        <translation>le relevé {digest}…</translation>
    </message>
    <message>
        <source>remove the file itself</source>
        <translation>supprimez le fichier lui-même</translation>
    </message>
    <message>
        <source>repeats line {line}: day, site and counts are the same</source>
        <translation>répète la ligne {line}&#xa0;: jour, site et nombres sont les mêmes</translation>
    </message>
    <message>
        <source>repeats {column}</source>
        <translation>répète {column}</translation>
    </message>
    <message>
        <source>responds, but not as a scheduler of Dask ({reason})</source>
        <translation>répond, mais pas comme un ordonnanceur de Dask ({reason})</translation>
    </message>
    <message>
        <source>restore the ledger from a copy</source>
        <translation>rétablissez le registre à partir d’une copie</translation>
    </message>
    <message>
        <source>restore the ledger from a copy; the entries before it are sound</source>
        <translation>rétablissez le registre à partir d’une copie&#x202f;; les inscriptions qui précèdent sont intactes</translation>
    </message>
    <message>
        <source>run it with modeller sweep</source>
        <translation>lancez-le avec modeller sweep</translation>
    </message>
    <message>
        <source>run the same command again: what was finished is kept</source>
        <translation>relancez la même commande&#xa0;: ce qui était fini est gardé</translation>
    </message>
    <message>
        <source>save in a folder in which you may write</source>
        <translation>enregistrez dans un dossier où vous pouvez écrire</translation>
    </message>
    <message>
        <source>save in a folder that is there</source>
        <translation>enregistrez dans un dossier qui existe</translation>
    </message>
    <message>
        <source>save it again from the spreadsheet, as a workbook or as “CSV UTF-8”</source>
        <translation>enregistrez-le de nouveau depuis le tableur, en classeur ou en «&#xa0;CSV UTF-8&#xa0;»</translation>
    </message>
    <message>
        <source>save it again from the spreadsheet, as “CSV UTF-8” or as a workbook</source>
        <translation>enregistrez-le de nouveau depuis le tableur, en «&#xa0;CSV UTF-8&#xa0;» ou en classeur</translation>
    </message>
    <message>
        <source>save it as UTF-8</source>
        <translation>enregistrez-le en UTF-8</translation>
    </message>
    <message>
        <source>save it from the spreadsheet as “CSV UTF-8”</source>
        <translation>enregistrez-le depuis le tableur en «&#xa0;CSV UTF-8&#xa0;»</translation>
    </message>
    <message>
        <source>save it in smaller parts, or in another folder</source>
        <translation>enregistrez-le en parties plus petites, ou dans un autre dossier</translation>
    </message>
    <message>
        <source>save it without results or with fewer</source>
        <translation>enregistrez-le sans résultats ou avec moins de résultats</translation>
    </message>
    <message>
        <source>save the file as UTF-8</source>
        <translation>enregistrez le fichier en UTF-8</translation>
    </message>
    <message>
        <source>save under another name or in another folder</source>
        <translation>enregistrez sous un autre nom ou dans un autre dossier</translation>
    </message>
    <message>
        <source>say --executor dask as well</source>
        <translation>ajoutez --executor dask</translation>
    </message>
    <message>
        <source>says what the columns of a table are, and is no scenario</source>
        <translation>dit ce que sont les colonnes d’un tableau, et n’est pas un scénario</translation>
    </message>
    <message>
        <source>says {now}, and the record ends on {day}</source>
        <translation>indique {now}, et le relevé se termine le {day}</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>le scénario</translation>
    </message>
    <message>
        <source>scenario {number}: {where}</source>
        <translation>scénario {number}&#xa0;: {where}</translation>
    </message>
    <message>
        <source>scenarios</source>
        <translation>les scénarios</translation>
    </message>
    <message>
        <source>scenarios are compared draw by draw: give them the same {name}</source>
        <translation>les scénarios sont comparés tirage par tirage&#xa0;: donnez-leur le même {name}</translation>
    </message>
    <message>
        <source>set it, or {variable}, to a folder that you may write in</source>
        <translation>donnez-lui, ou donnez à {variable}, un dossier où vous pouvez écrire</translation>
    </message>
    <message>
        <source>set the clock of this machine right; nothing was locked</source>
        <translation>réglez l’horloge de cette machine&#x202f;; rien n’a été verrouillé</translation>
    </message>
    <message>
        <source>shares need a spread: give the beliefs behind it some, or choose another outcome</source>
        <translation>les parts demandent une dispersion&#xa0;: donnez-en aux hypothèses en cause, ou choisissez un autre résultat</translation>
    </message>
    <message>
        <source>shorten it to at most {most}</source>
        <translation>raccourcissez à {most} au plus</translation>
    </message>
    <message>
        <source>shorten its notes or project fewer weeks</source>
        <translation>raccourcissez ses notes ou projetez moins de semaines</translation>
    </message>
    <message>
        <source>sobol goes to {most}: take latin-hypercube</source>
        <translation>sobol va jusqu’à {most}&#xa0;: prenez latin-hypercube</translation>
    </message>
    <message>
        <source>split it, or list its scenarios in a CSV file</source>
        <translation>partagez-le, ou listez ses scénarios dans un fichier CSV</translation>
    </message>
    <message>
        <source>split it: a sweep has at most {most}</source>
        <translation>partagez-le&#xa0;: un balayage en a {most} au plus</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>entrée standard</translation>
    </message>
    <message>
        <source>stands after a number</source>
        <translation>se trouve après un nombre</translation>
    </message>
    <message>
        <source>stands for the record that is shipped</source>
        <translation>désigne le relevé fourni</translation>
    </message>
    <message>
        <source>start the scheduler and its workers again, and run the same command again: what was finished is kept</source>
        <translation>relancez l’ordonnanceur et ses exécutants, puis la même commande&#xa0;: ce qui était terminé est gardé</translation>
    </message>
    <message>
        <source>stopped unexpectedly</source>
        <translation>s’est arrêté de façon inattendue</translation>
    </message>
    <message>
        <source>sunset</source>
        <translation>la date d’expiration</translation>
    </message>
    <message>
        <source>swap the two</source>
        <translation>échangez les deux</translation>
    </message>
    <message>
        <source>take it out</source>
        <translation>retirez-le</translation>
    </message>
    <message>
        <source>take it out: JSON has none</source>
        <translation>ôtez-le&#xa0;: JSON n’en a pas</translation>
    </message>
    <message>
        <source>take it out: it cannot be seen, and is often left over from copying</source>
        <translation>enlevez-le&#xa0;: il est invisible, et reste souvent d’une copie</translation>
    </message>
    <message>
        <source>take it out: it is a single line</source>
        <translation>retirez-le&#xa0;: c’est une seule ligne</translation>
    </message>
    <message>
        <source>take it out: only new lines and tabs are allowed</source>
        <translation>retirez-le&#xa0;: seuls les retours à la ligne et les tabulations sont permis</translation>
    </message>
    <message>
        <source>take one of the two out</source>
        <translation>ôtez l’une des deux</translation>
    </message>
    <message>
        <source>take the comma out</source>
        <translation>ôtez la virgule</translation>
    </message>
    <message>
        <source>take the line out, or write sep=, or sep=;</source>
        <translation>ôtez la ligne, ou écrivez sep=, ou sep=;</translation>
    </message>
    <message>
        <source>takes {size} bytes</source>
        <translation>occupe {size} octets</translation>
    </message>
    <message>
        <source>the briefing</source>
        <translation>la note d’information</translation>
    </message>
    <message>
        <source>the circumstances are {names}</source>
        <translation>les circonstances sont {names}</translation>
    </message>
    <message>
        <source>the clock</source>
        <translation>l’horloge</translation>
    </message>
    <message>
        <source>the columns are {columns}</source>
        <translation>les colonnes sont {columns}</translation>
    </message>
    <message>
        <source>the columns are {required}, and if known {optional}</source>
        <translation>les colonnes sont {required}, et si elles sont connues {optional}</translation>
    </message>
    <message>
        <source>the date</source>
        <translation>la date</translation>
    </message>
    <message>
        <source>the dates:</source>
        <translation>les dates&#xa0;:</translation>
    </message>
    <message>
        <source>the days of this record lie in {first} to {last}</source>
        <translation>les jours de ce relevé vont du {first} au {last}</translation>
    </message>
    <message>
        <source>the design</source>
        <translation>le plan d’expérience</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <source>the endings are {endings}</source>
        <translation>les terminaisons sont {endings}</translation>
    </message>
    <message>
        <source>the entry</source>
        <translation>l’inscription</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>le fichier</translation>
    </message>
    <message>
        <source>the first format released is {oldest}; correct it</source>
        <translation>le premier format publié est {oldest}&#x202f;; corrigez-le</translation>
    </message>
    <message>
        <source>the first step is from week 1</source>
        <translation>le premier palier commence en semaine 1</translation>
    </message>
    <message>
        <source>the four groups make at most 100 %</source>
        <translation>les quatre groupes font au plus 100&#x202f;%</translation>
    </message>
    <message>
        <source>the heading</source>
        <translation>l’intitulé</translation>
    </message>
    <message>
        <source>the methods are {one} and {other}</source>
        <translation>les méthodes sont {one} et {other}</translation>
    </message>
    <message>
        <source>the name {name}</source>
        <translation>le nom {name}</translation>
    </message>
    <message>
        <source>the names are {names}</source>
        <translation>les noms sont {names}</translation>
    </message>
    <message>
        <source>the numbers:</source>
        <translation>les nombres&#xa0;:</translation>
    </message>
    <message>
        <source>the record</source>
        <translation>le relevé</translation>
    </message>
    <message>
        <source>the records here are {names}</source>
        <translation>les relevés d’ici sont {names}</translation>
    </message>
    <message>
        <source>the scenario</source>
        <translation>le scénario</translation>
    </message>
    <message>
        <source>the share code</source>
        <translation>le code de partage</translation>
    </message>
    <message>
        <source>the statistics are mean and p01 to p99</source>
        <translation>les statistiques sont mean et p01 à p99</translation>
    </message>
    <message>
        <source>the sweep</source>
        <translation>le balayage</translation>
    </message>
    <message>
        <source>the year lies in {first} to {last}</source>
        <translation>l’année va de {first} à {last}</translation>
    </message>
    <message>
        <source>there is nothing to import</source>
        <translation>il n’y a rien à importer</translation>
    </message>
    <message>
        <source>they must add up</source>
        <translation>les nombres doivent concorder</translation>
    </message>
    <message>
        <source>they must add up; a fault of the published figures is declared as a blemish</source>
        <translation>les nombres doivent concorder&#x202f;; une faute des chiffres publiés se déclare comme défaut connu</translation>
    </message>
    <message>
        <source>this release reads up to {format}; open it with a newer release</source>
        <translation>cette version lit jusqu’au format {format}&#x202f;; ouvrez-le avec une version plus récente</translation>
    </message>
    <message>
        <source>this release reads {known}; open it with a newer one</source>
        <translation>cette version lit {known}&#x202f;; ouvrez-le avec une version plus récente</translation>
    </message>
    <message>
        <source>took more time or memory than a record is worth, or is damaged</source>
        <translation>a demandé plus de temps ou de mémoire que n’en vaut un relevé, ou est endommagé</translation>
    </message>
    <message>
        <source>unlock it in the spreadsheet and save it again</source>
        <translation>déverrouillez-le dans le tableur et enregistrez-le de nouveau</translation>
    </message>
    <message>
        <source>unpacks to more than {most} bytes</source>
        <translation>dépasse {most} octets une fois décompressé</translation>
    </message>
    <message>
        <source>use a smaller one: not every program keeps larger ones exact</source>
        <translation>prenez-en un plus petit&#xa0;: tous les programmes ne gardent pas exacts les plus grands</translation>
    </message>
    <message>
        <source>use commas between cells and double quotes, if any, in pairs</source>
        <translation>séparez les cellules par des virgules et fermez les guillemets ouverts</translation>
    </message>
    <message>
        <source>use letters, figures and hyphens</source>
        <translation>employez des lettres, des chiffres et des traits d’union</translation>
    </message>
    <message>
        <source>use mean, or p01 to p99</source>
        <translation>utilisez mean, ou p01 à p99</translation>
    </message>
    <message>
        <source>use one sign between cells and double quotes, if any, in pairs</source>
        <translation>mettez un même signe entre les cellules et des guillemets doubles, s’il y en a, par paires</translation>
    </message>
    <message>
        <source>use small letters and hyphens</source>
        <translation>utiliser des minuscules et des traits d’union</translation>
    </message>
    <message>
        <source>use the double one, &quot;, before and after</source>
        <translation>employez le double, &quot;, avant et après</translation>
    </message>
    <message>
        <source>use the straight one, &quot;, before and after</source>
        <translation>employez le droit, &quot;, avant et après</translation>
    </message>
    <message>
        <source>use {names}, or a file in the folder of the design</source>
        <translation>utilisez {names}, ou un fichier du dossier du plan d’expérience</translation>
    </message>
    <message>
        <source>use {names}, or the path of a file</source>
        <translation>utilisez {names}, ou le chemin d’un fichier</translation>
    </message>
    <message>
        <source>vary it in one place</source>
        <translation>faites-le varier à un seul endroit</translation>
    </message>
    <message>
        <source>vary one quantity or more in the design</source>
        <translation>faites varier une grandeur ou plus dans le plan</translation>
    </message>
    <message>
        <source>wait for it, or write to another file</source>
        <translation>attendez qu’il finisse, ou écrivez dans un autre fichier</translation>
    </message>
    <message>
        <source>was altered or damaged on the way: its checksum is not {checksum}</source>
        <translation>a été modifié ou abîmé en route&#xa0;: sa somme de contrôle n’est pas {checksum}</translation>
    </message>
    <message>
        <source>was changed after it was locked</source>
        <translation>a été modifiée après son verrouillage</translation>
    </message>
    <message>
        <source>weeks begin on Monday: {monday}</source>
        <translation>les semaines commencent le lundi&#xa0;: {monday}</translation>
    </message>
    <message>
        <source>would grow beyond {most} bytes</source>
        <translation>dépasserait {most} octets</translation>
    </message>
    <message>
        <source>would take {count} bytes, more than a scenario file may have</source>
        <translation>occuperait {count} octets, plus qu’un fichier de scénario ne peut avoir</translation>
    </message>
    <message>
        <source>write &quot;{word}&quot;</source>
        <translation>écrivez &quot;{word}&quot;</translation>
    </message>
    <message>
        <source>write 1 for yes and 0 for no</source>
        <translation>écrivez 1 pour oui et 0 pour non</translation>
    </message>
    <message>
        <source>write 1 to {most} ordinary characters</source>
        <translation>écrivez de 1 à {most} caractères ordinaires</translation>
    </message>
    <message>
        <source>write : between a name and its value</source>
        <translation>écrivez&#xa0;: entre un nom et sa valeur</translation>
    </message>
    <message>
        <source>write : between name and value</source>
        <translation>écrivez&#xa0;: entre nom et valeur</translation>
    </message>
    <message>
        <source>write [&quot;arrests.p20 &gt;= 1500&quot;]</source>
        <translation>écrivez [&quot;arrests.p20 &gt;= 1500&quot;]</translation>
    </message>
    <message>
        <source>write [&quot;arrests.p50&quot;]</source>
        <translation>écrivez [&quot;arrests.p50&quot;]</translation>
    </message>
    <message>
        <source>write \n or \t there, or end the text with a quotation mark first</source>
        <translation>écrivez-y \n ou \t, ou finissez d’abord le texte par un guillemet</translation>
    </message>
    <message>
        <source>write a Monday as 2025-01-06</source>
        <translation>écrivez un lundi comme 2025-01-06</translation>
    </message>
    <message>
        <source>write a day as 2025-01-31</source>
        <translation>écrivez un jour comme 2025-01-31</translation>
    </message>
    <message>
        <source>write a day as 2025-01-31 or 31/01/2025</source>
        <translation>écrivez un jour comme 2025-01-31 ou 31/01/2025</translation>
    </message>
    <message>
        <source>write a length as 4.78, 4h 47m or 04:47, or leave the cell empty</source>
        <translation>écrivez une durée comme 4.78, 4h 47m ou 04:47, ou laissez la cellule vide</translation>
    </message>
    <message>
        <source>write a list, or {{from = 0, to = 1400, step = 200}}</source>
        <translation>écrivez une liste, ou {{from = 0, to = 1400, step = 200}}</translation>
    </message>
    <message>
        <source>write a number in its place, such as 1500, 1,500 or £2.5m</source>
        <translation>écrivez un nombre à sa place, par exemple 1500, 1&#x202f;500 ou 2,5&#xa0;M£</translation>
    </message>
    <message>
        <source>write a number of times the evidence’s spread, or 0 for exactly known</source>
        <translation>écrivez un nombre de fois la dispersion des données, ou 0 pour «&#xa0;connue exactement&#xa0;»</translation>
    </message>
    <message>
        <source>write a number with a point for decimals, or leave the cell empty</source>
        <translation>écrivez un nombre avec un point pour les décimales, ou laissez la cellule vide</translation>
    </message>
    <message>
        <source>write a number, such as {example}</source>
        <translation>écrivez un nombre, par exemple {example}</translation>
    </message>
    <message>
        <source>write a whole number without separators</source>
        <translation>écrivez un nombre entier sans séparateur</translation>
    </message>
    <message>
        <source>write a whole number; a formula has none until it is worked out and saved</source>
        <translation>écrivez un nombre entier&#xa0;; une formule n’en a un qu’une fois calculée et enregistrée</translation>
    </message>
    <message>
        <source>write it as {example}</source>
        <translation>écrivez-le comme {example}</translation>
    </message>
    <message>
        <source>write it like 0.5, 7 or -3: no plus, no noughts before it, a figure before the point</source>
        <translation>écrivez-le comme 0.5, 7 ou -3&#xa0;: sans plus, sans zéros devant, un chiffre devant le point</translation>
    </message>
    <message>
        <source>write it under [{name}]</source>
        <translation>écrivez-le sous [{name}]</translation>
    </message>
    <message>
        <source>write it with a point: {plain}</source>
        <translation>écrivez-le avec un point&#xa0;: {plain}</translation>
    </message>
    <message>
        <source>write it with at most {most}</source>
        <translation>écrivez-le avec {most} au plus</translation>
    </message>
    <message>
        <source>write it without the comma: {plain}</source>
        <translation>écrivez-le sans la virgule&#xa0;: {plain}</translation>
    </message>
    <message>
        <source>write one as the record does, such as “{site}”</source>
        <translation>écrivez-le comme le relevé, par exemple «&#xa0;{site}&#xa0;»</translation>
    </message>
    <message>
        <source>write one of those that are, such as “{near}”</source>
        <translation>écrivez l’un de ceux qui le sont, comme «&#xa0;{near}&#xa0;»</translation>
    </message>
    <message>
        <source>write the character in full</source>
        <translation>écrivez le caractère en entier</translation>
    </message>
    <message>
        <source>write the number alone, without quotes</source>
        <translation>écrivez le nombre seul, sans guillemets</translation>
    </message>
    <message>
        <source>write the number alone, without sign or unit</source>
        <translation>écrivez le nombre seul, sans signe ni unité</translation>
    </message>
    <message>
        <source>write two, \\, for each one</source>
        <translation>écrivez-en deux, \\, pour chacune</translation>
    </message>
    <message>
        <source>write {one} or {other}</source>
        <translation>écrivez {one} ou {other}</translation>
    </message>
    <message>
        <source>write {plain}</source>
        <translation>écrivez {plain}</translation>
    </message>
    <message>
        <source>{count} of {name}</source>
        <translation>{count} de {name}</translation>
    </message>
    <message>
        <source>{digest}… is not kept here</source>
        <translation>{digest}… n’est pas gardé ici</translation>
    </message>
    <message>
        <source>{low} and {high}</source>
        <translation>{low} et {high}</translation>
    </message>
    <message>
        <source>{low} and {high} {unit}</source>
        <translation>{low} et {high} {unit}</translation>
    </message>
    <message>
        <source>{remedy}; nothing was changed</source>
        <translation>{remedy}&#x202f;; rien n’a été changé</translation>
    </message>
    <message>
        <source>{remedy}; nothing was written</source>
        <translation>{remedy}&#x202f;; rien n’a été écrit</translation>
    </message>
    <message>
        <source>{value} from week 1</source>
        <translation>{value} à partir de la semaine 1</translation>
    </message>
    <message>
        <source>{value} with spread {spread}</source>
        <translation>{value} avec la dispersion {spread}</translation>
    </message>
    <message>
        <source>{where} {what}; {remedy}</source>
        <translation>{where} {what}&#x202f;; {remedy}</translation>
    </message>
    <message>
        <source>“modeller list” shows all names</source>
        <translation>«&#xa0;modeller list&#xa0;» montre tous les noms</translation>
    </message>
</context>
<context>
    <name>Quality log</name>
    <message>
        <source>Assumptions with what each moves, data, decisions, checks, the backtest, limitations and the sunset date. Measuring takes about a minute.</source>
        <translation>Les hypothèses et ce que chacune fait varier, les données, les décisions, les contrôles, la mise à l’épreuve du passé, les limites et la date d’expiration. La mesure prend environ une minute.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Export as {format}…</source>
        <translation>Exporter en {format}…</translation>
    </message>
    <message>
        <source>Export the quality log as {format}</source>
        <translation>Exporter le journal de qualité en {format}</translation>
    </message>
    <message>
        <source>Make it again</source>
        <translation>Le refaire</translation>
    </message>
    <message>
        <source>Make the log</source>
        <translation>Établir le journal</translation>
    </message>
    <message>
        <source>Measuring every assumption, then the backtest …</source>
        <translation>Mesure de chaque hypothèse, puis mise à l’épreuve du passé…</translation>
    </message>
    <message>
        <source>Quality log</source>
        <translation>Journal de qualité</translation>
    </message>
    <message>
        <source>The quality log of the live model</source>
        <translation>Le journal de qualité du modèle</translation>
    </message>
    <message>
        <source>The sunset date has passed.</source>
        <translation>La date d’expiration est passée.</translation>
    </message>
    <message>
        <source>Written to {name}</source>
        <translation>Écrit dans {name}</translation>
    </message>
    <message>
        <source>Written to {place}.</source>
        <translation>Écrit dans {place}.</translation>
    </message>
    <message>
        <source>{signed}. Reviewed {reviewed}, not to be used after {sunset}.</source>
        <translation>{signed}. Revu le {reviewed}, à ne pas utiliser après le {sunset}.</translation>
    </message>
</context>
<context>
    <name>Range</name>
    <message>
        <source>As sure as the evidence is</source>
        <translation>Aussi sûr que les données</translation>
    </message>
    <message>
        <source>As wide as the evidence.</source>
        <translation>Aussi large que les données.</translation>
    </message>
    <message>
        <source>Central value</source>
        <translation>Valeur centrale</translation>
    </message>
    <message>
        <source>It keeps the evidence’s shape, moved and stretched on a scale of differences.</source>
        <translation>La forme des données est gardée, déplacée et étirée sur une échelle de différences.</translation>
    </message>
    <message>
        <source>It keeps the evidence’s shape, moved and stretched on a scale of odds.</source>
        <translation>La forme des données est gardée, déplacée et étirée sur une échelle de cotes.</translation>
    </message>
    <message>
        <source>It keeps the evidence’s shape, moved and stretched on a scale of ratios.</source>
        <translation>La forme des données est gardée, déplacée et étirée sur une échelle de rapports.</translation>
    </message>
    <message>
        <source>Lower end (1 in 20 below it)</source>
        <translation>Borne inférieure (1 sur 20 au-dessous)</translation>
    </message>
    <message>
        <source>The range</source>
        <translation>La fourchette</translation>
    </message>
    <message>
        <source>The same value in every future: the ranges of the results narrow.</source>
        <translation>La même valeur dans chaque futur&#xa0;: les fourchettes des résultats se resserrent.</translation>
    </message>
    <message>
        <source>Treat as exactly known</source>
        <translation>Tenir pour connue exactement</translation>
    </message>
    <message>
        <source>Upper end (1 in 20 above it)</source>
        <translation>Borne supérieure (1 sur 20 au-dessus)</translation>
    </message>
    <message>
        <source>Within my own range</source>
        <translation>Dans une fourchette choisie</translation>
    </message>
    <message>
        <source>a 19 in 20 chance that it is above</source>
        <translation>19 chances sur 20 d’être au-dessus</translation>
    </message>
    <message>
        <source>a 19 in 20 chance that it is below</source>
        <translation>19 chances sur 20 d’être au-dessous</translation>
    </message>
    <message>
        <source>neither end can be at the limit of what is possible</source>
        <translation>aucune borne ne peut être l’extrême limite du possible</translation>
    </message>
    <message>
        <source>begins at {low} and ends at {high}</source>
        <translation>commence à {low} et finit à {high}</translation>
    </message>
    <message>
        <source>Believed: {centre}, 9 times in 10 {range}. The evidence’s {evidence}</source>
        <translation>Supposé&#xa0;: {centre}, 9 fois sur 10 {range}. Les données, {evidence}</translation>
    </message>
    <message>
        <source>The evidence says {centre}; {evidence}.</source>
        <translation>Les données disent {centre}&#x202f;; {evidence}.</translation>
    </message>
    <message>
        <source>is {range}</source>
        <translation>est {range}</translation>
    </message>
    <message>
        <source>is {times} times as wide as the evidence’s</source>
        <translation>est {times} fois aussi large que celle des données</translation>
    </message>
    <message>
        <source>no range</source>
        <translation>sans fourchette</translation>
    </message>
    <message>
        <source>not defined</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>shaded: the evidence</source>
        <translation>ombré&#xa0;: les données</translation>
    </message>
    <message>
        <source>the lower end must be the smaller</source>
        <translation>la borne inférieure doit être la plus petite</translation>
    </message>
    <message>
        <source>the most is {times} times</source>
        <translation>{times} fois au plus</translation>
    </message>
    <message>
        <source>{figures} in 8 of 10 futures</source>
        <translation>{figures} dans 8 futurs sur 10</translation>
    </message>
    <message>
        <source>{figure} or less</source>
        <translation>{figure} ou moins</translation>
    </message>
    <message>
        <source>{figure} or more</source>
        <translation>{figure} ou plus</translation>
    </message>
    <message>
        <source>{label}: how sure?</source>
        <translation>{label}&#xa0;: avec quelle certitude&#x202f;?</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>{times} times as wide as the evidence.</source>
        <translation>{times} fois aussi large que les données.</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>record to {day}</source>
        <translation>relevé jusqu’au {day}</translation>
    </message>
    <message>
        <source>record “{name}” to {day}</source>
        <translation>relevé «&#xa0;{name}&#xa0;» jusqu’au {day}</translation>
    </message>
    <message>
        <source>{name}, to {day}</source>
        <translation>{name}, jusqu’au {day}</translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>1 thing is wrong in {where}</source>
        <translation>1 erreur dans {where}</translation>
    </message>
    <message>
        <source>Arrests</source>
        <translation>Arrestations</translation>
    </message>
    <message numerus="yes">
        <source>Arrests a week from {first} to {last}; %n known blemish(es) marked.</source>
        <translation>
            <numerusform>Arrestations par semaine, du {first} au {last}&#x202f;;&#x202f;%n défaut connu signalé.</numerusform>
            <numerusform>Arrestations par semaine, du {first} au {last}&#x202f;;&#x202f;%n défauts connus signalés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Black residents</source>
        <translation>Habitants noirs</translation>
    </message>
    <message>
        <source>Borough</source>
        <translation>Arrondissement</translation>
    </message>
    <message>
        <source>By borough</source>
        <translation>Par arrondissement</translation>
    </message>
    <message>
        <source>By site</source>
        <translation>Par site</translation>
    </message>
    <message>
        <source>Comparing with the shipped record …</source>
        <translation>Comparaison avec le relevé fourni…</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Déploiements</translation>
    </message>
    <message>
        <source>Export the record</source>
        <translation>Exporter le relevé</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Visages</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Premier</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Import a record</source>
        <translation>Importer un relevé</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importé</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Dernier</translation>
    </message>
    <message>
        <source>Median and 90 % range of each calibrated number.</source>
        <translation>Médiane et fourchette à 90&#x202f;% de chaque nombre calé.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Name of the record</source>
        <translation>Nom du relevé</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Reading {name} …</source>
        <translation>Lecture de {name}…</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Relevé</translation>
    </message>
    <message>
        <source>Record {digest}</source>
        <translation>Relevé {digest}</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Relevés</translation>
    </message>
    <message>
        <source>The figures</source>
        <translation>Les chiffres</translation>
    </message>
    <message>
        <source>The record as a picture</source>
        <translation>Le relevé en image</translation>
    </message>
    <message>
        <source>Use for the selected scenario</source>
        <translation>Utiliser pour le scénario sélectionné</translation>
    </message>
    <message>
        <source>Week of {day}: {deployments} deployments, {faces} faces, {true} true and {false} false alerts, {arrests} arrests.</source>
        <translation>Semaine du {day}&#xa0;: {deployments} déploiements, {faces} visages, {true} alertes vraies et {false} fausses, {arrests} arrestations.</translation>
    </message>
    <message>
        <source>What it makes of the model’s numbers</source>
        <translation>Ce qu’il fait des nombres du modèle</translation>
    </message>
    <message>
        <source>arrests a week · pale: counted or set otherwise than today · number: a known blemish</source>
        <translation>arrestations par semaine · pâle&#xa0;: compté ou réglé autrement qu’aujourd’hui · numéro&#xa0;: un défaut connu</translation>
    </message>
    <message>
        <source>record ends {day}</source>
        <translation>fin du relevé&#xa0;: {day}</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>inchangé</translation>
    </message>
    <message>
        <source>{number} · week of {first}: {what} {treatment}</source>
        <translation>{number} · semaine du {first}&#xa0;: {what} {treatment}</translation>
    </message>
    <message>
        <source>{number} · weeks of {first} to {last}: {what} {treatment}</source>
        <translation>{number} · semaines du {first} au {last}&#xa0;: {what} {treatment}</translation>
    </message>
    <message>
        <source>Records that can be used</source>
        <translation>Relevés utilisables</translation>
    </message>
    <message>
        <source>Black residents: {share} in {place} ({source}). Residents are not the people who walked past a camera, and the record cannot say who was scanned.</source>
        <translation>Habitants noirs&#xa0;: {share} à {place} ({source}). Les habitants ne sont pas les personnes passées devant une caméra, et le relevé ne peut pas dire qui a été scanné.</translation>
    </message>
    <message>
        <source>Import a table…</source>
        <translation>Importer un tableau…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove the damaged record</source>
        <translation>Retirer le relevé endommagé</translation>
    </message>
    <message>
        <source>Shipped record</source>
        <translation>Relevé fourni</translation>
    </message>
    <message>
        <source>Shipped with the modeller</source>
        <translation>Fourni avec le modélisateur</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Site</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>The record of this force names no places.</source>
        <translation>Le relevé de cette police ne nomme pas de lieux.</translation>
    </message>
    <message>
        <source>This record</source>
        <translation>Ce relevé</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unité</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Ce qui est faux</translation>
    </message>
    <message>
        <source>What is wrong in the file</source>
        <translation>Ce qui est faux dans le fichier</translation>
    </message>
    <message>
        <source>What the places are listed by</source>
        <translation>Classement des lieux</translation>
    </message>
    <message>
        <source>What the record says, beside the shipped one</source>
        <translation>Ce que dit le relevé, à côté de celui qui est fourni</translation>
    </message>
    <message>
        <source>What would be right</source>
        <translation>Ce qui serait juste</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Where the deployments were</source>
        <translation>Lieux des déploiements</translation>
    </message>
    <message>
        <source>Your own records are kept beside it and never replace it. A file has weekly rows, or one row for each deployment: date, faces, alerts, false alerts, arrests.</source>
        <translation>Vos propres relevés sont gardés à côté et ne le remplacent jamais. Un fichier a une ligne par semaine, ou une ligne par déploiement&#xa0;: date, faces, alerts, false_alerts, arrests.</translation>
    </message>
    <message>
        <source>apart</source>
        <translation>disjoints</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>absent du relevé</translation>
    </message>
    <message>
        <source>the record</source>
        <translation>le relevé</translation>
    </message>
    <message>
        <source>the shipped record</source>
        <translation>le relevé fourni</translation>
    </message>
    <message>
        <source>{count} things are wrong in {where}</source>
        <translation>{count} erreurs dans {where}</translation>
    </message>
    <message>
        <source>{deployments} deployments and {arrests} arrests in {weeks} weeks, {first} to {last}</source>
        <translation>{deployments} déploiements et {arrests} arrestations en {weeks} semaines, du {first} au {last}</translation>
    </message>
    <message>
        <source>{deployments} deployments at {sites} sites in {boroughs} of {areas} areas, {first} to {last}. Sites and boroughs are this project’s reading of the published places.</source>
        <translation>{deployments} déploiements à {sites} sites, dans {boroughs} des {areas} arrondissements (City comprise), du {first} au {last}. Les sites et les arrondissements sont la lecture que ce projet fait des lieux publiés.</translation>
    </message>
    <message>
        <source>{name} · in use</source>
        <translation>{name} · utilisé</translation>
    </message>
</context>
<context>
    <name>Robustness</name>
    <message>
        <source>{name} is between {low} and {high}</source>
        <translation>{name} entre {low} et {high}</translation>
    </message>
    <message>
        <source>{name} is {high} or less</source>
        <translation>{name} à {high} ou moins</translation>
    </message>
    <message>
        <source>{name} is {low} or more</source>
        <translation>{name} à {low} ou plus</translation>
    </message>
    <message>
        <source>{wanted}: met in every case.</source>
        <translation>{wanted} — atteint dans tous les cas.</translation>
    </message>
    <message>
        <source>{wanted}: missed in every case.</source>
        <translation>{wanted} — manqué dans tous les cas.</translation>
    </message>
    <message>
        <source>{wanted}: missed in {count} of 100 cases, and no belief or circumstance sets them apart from the rest.</source>
        <translation>{wanted} — manqué dans {count} cas sur 100, qu’aucune hypothèse ni circonstance ne distingue des autres.</translation>
    </message>
    <message>
        <source>{wanted}: missed in {count} of 100 cases, mostly where {region}. {coverage} of 100 of them lie there, and {density} of 100 cases there miss it.</source>
        <translation>{wanted} — manqué dans {count} cas sur 100, surtout ceux-ci&#xa0;: {region}. {coverage} sur 100 des cas manqués s’y trouvent, et {density} cas sur 100 y manquent l’objectif.</translation>
    </message>
</context>
<context>
    <name>Scenario details</name>
    <message>
        <source>About this scenario</source>
        <translation>À propos de ce scénario</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <source>Draws</source>
        <translation>Tirages</translation>
    </message>
    <message>
        <source>For all scenarios, so that they can be compared</source>
        <translation>Pour tous les scénarios, afin de pouvoir les comparer</translation>
    </message>
    <message>
        <source>Horizon and draws</source>
        <translation>Horizon et tirages</translation>
    </message>
    <message>
        <source>How far ahead: a year is 52 weeks.</source>
        <translation>Jusqu’où&#xa0;: une année compte 52 semaines.</translation>
    </message>
    <message>
        <source>How many possible futures lie behind every range. More take longer.</source>
        <translation>Combien de futurs possibles se trouvent derrière chaque fourchette. Un plus grand nombre prend plus de temps.</translation>
    </message>
    <message>
        <source>Where the random numbers start. Another seed shows what luck alone changes.</source>
        <translation>Le point de départ des nombres aléatoires. Une autre graine montre ce que change la chance seule.</translation>
    </message>
    <message>
        <source>Who is responsible for it.</source>
        <translation>Qui en répond.</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>The question it is meant to answer.</source>
        <translation>La question à laquelle il doit répondre.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Weeks projected</source>
        <translation>Semaines projetées</translation>
    </message>
    <message>
        <source>What the scenario is called in charts, files and briefings.</source>
        <translation>Le nom du scénario dans les graphiques, les fichiers et les notes.</translation>
    </message>
    <message>
        <source>Why it is set as it is, and what a reader should know.</source>
        <translation>Pourquoi il est réglé ainsi, et ce qu’un lecteur doit savoir.</translation>
    </message>
    <message>
        <source>is “{typed}”</source>
        <translation>vaut «&#xa0;{typed}&#xa0;»</translation>
    </message>
    <message>
        <source>type a whole number</source>
        <translation>saisir un nombre entier</translation>
    </message>
</context>
<context>
    <name>Scenarios</name>
    <message>
        <source>Add a scenario</source>
        <translation>Ajouter un scénario</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Duplicate {title}</source>
        <translation>Dupliquer {title}</translation>
    </message>
    <message>
        <source>Enter selects it, F2 renames it</source>
        <translation>Entrée le sélectionne, F2 le renomme</translation>
    </message>
    <message>
        <source>Hide its lines</source>
        <translation>Masquer ses courbes</translation>
    </message>
    <message>
        <source>Make it the baseline</source>
        <translation>En faire la référence</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Déplacer à gauche</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Déplacer à droite</translation>
    </message>
    <message>
        <source>Put its changes on {letter}, {title}…</source>
        <translation>Reporter ses changements sur {letter}, {title}…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Scenario {letter}, {title}</source>
        <translation>Scénario {letter}, {title}</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scénarios</translation>
    </message>
    <message>
        <source>Show its lines</source>
        <translation>Montrer ses courbes</translation>
    </message>
    <message>
        <source>Side by side…</source>
        <translation>Côte à côte…</translation>
    </message>
    <message>
        <source>There is room for four scenarios; close one first</source>
        <translation>Il y a place pour quatre scénarios&#x202f;; en fermer un d’abord</translation>
    </message>
    <message>
        <source>This is the baseline: the others are compared with it</source>
        <translation>C’est la référence&#xa0;: les autres lui sont comparés</translation>
    </message>
    <message>
        <source>Title of the scenario</source>
        <translation>Titre du scénario</translation>
    </message>
    <message>
        <source>What differs from {baseline}</source>
        <translation>Ce qui diffère de {baseline}</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>référence</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>masqué</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>non enregistré</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>sélectionné</translation>
    </message>
    <message>
        <source>{arrests} arrests · {flagged} wrongly flagged · {faces} faces</source>
        <translation>{arrests} arrestations · {flagged} signalements à tort · visages&#xa0;: {faces}</translation>
    </message>
    <message>
        <source>{title} {words} (against {baseline})</source>
        <translation>{title} {words} (par rapport à {baseline})</translation>
    </message>
    <message>
        <source>{words}
Double-click or F2 to rename</source>
        <translation>{words}
Double-clic ou F2 pour renommer</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>A day, such as {day}</source>
        <translation>Un jour, par exemple {day}</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>Ajouter une étape</translation>
    </message>
    <message>
        <source>Back to a plain number</source>
        <translation>Revenir à un simple nombre</translation>
    </message>
    <message>
        <source>Preview: {words}</source>
        <translation>Aperçu&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Remove step {number}</source>
        <translation>Retirer l’étape {number}</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>Retirer cette étape</translation>
    </message>
    <message>
        <source>Step {number}, from day</source>
        <translation>Étape {number}, à partir du jour</translation>
    </message>
    <message>
        <source>Step {number}, from week</source>
        <translation>Étape {number}, à partir de la semaine</translation>
    </message>
    <message>
        <source>Step {number}, value</source>
        <translation>Étape {number}, valeur</translation>
    </message>
    <message>
        <source>counts from {day}, when that week begins</source>
        <translation>compte à partir du {day}, début de cette semaine</translation>
    </message>
    <message>
        <source>{value} from {day} (week {week})</source>
        <translation>{value} à partir du {day} (semaine {week})</translation>
    </message>
    <message>
        <source>week </source>
        <translation>semaine </translation>
    </message>
    <message>
        <source>{label} over time</source>
        <translation>{label} au fil du temps</translation>
    </message>
    <message>
        <source>{limits}. A step holds until the next; phase-in does not apply to a schedule.</source>
        <translation>{limits}. Une étape vaut jusqu’à la suivante&#x202f;; la montée en charge ne s’applique pas à un calendrier.</translation>
    </message>
    <message>
        <source>{value} in every week, phased in as set</source>
        <translation>{value} chaque semaine, avec la montée en charge réglée</translation>
    </message>
    <message>
        <source>{what}; {remedy}</source>
        <translation>{what}&#x202f;; {remedy}</translation>
    </message>
</context>
<context>
    <name>Seek</name>
    <message>
        <source>Along the lever</source>
        <translation>Le long du levier</translation>
    </message>
    <message>
        <source>As it stands, with {standing}: {reached}.</source>
        <translation>En l’état, avec {standing}&#xa0;: {reached}.</translation>
    </message>
    <message>
        <source>The search moves by the lever’s own steps and has projected the value that it names; at the next step the target is no longer met. With two levers it takes the shortest way, each measured by its range. A lever on a schedule is given one value for the whole horizon.</source>
        <translation>La recherche avance selon les pas du levier et a projeté la valeur qu’elle nomme&#x202f;; au pas suivant, l’objectif n’est plus atteint. Avec deux leviers, elle prend le chemin le plus court, chacun mesuré à son étendue. Un levier qui suit un calendrier reçoit une seule valeur pour tout l’horizon.</translation>
    </message>
    <message>
        <source>line: {measure} · dashed: the target · marker: as it stands now</source>
        <translation>ligne&#xa0;: {measure} · tirets&#xa0;: la cible · marque&#xa0;: en l’état</translation>
    </message>
    <message>
        <source>met</source>
        <translation>atteint</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>manqué</translation>
    </message>
    <message>
        <source>target</source>
        <translation>cible</translation>
    </message>
    <message>
        <source>what the target asks for</source>
        <translation>ce que la cible demande</translation>
    </message>
    <message>
        <source>{lever} at {value}</source>
        <translation>{lever} à {value}</translation>
    </message>
    <message>
        <source>{lever} at {value} (in steps of {step})</source>
        <translation>{lever} à {value} (par pas de {step})</translation>
    </message>
    <message>
        <source>{wanted}: it takes {standing}: {reached}.</source>
        <translation>{wanted}&#xa0;: il faut {standing}&#xa0;: {reached}.</translation>
    </message>
    <message>
        <source>{wanted}: met at any value of {levers}.</source>
        <translation>{wanted} — atteint à toute valeur ({levers}).</translation>
    </message>
    <message>
        <source>{wanted}: met now, and still met with {standing}: {reached}.</source>
        <translation>{wanted}&#xa0;: atteint en l’état, et encore avec {standing}&#xa0;: {reached}.</translation>
    </message>
    <message>
        <source>{wanted}: not reachable within {ranges} for {levers}. The nearest is {standing}: {reached}.</source>
        <translation>{wanted}&#xa0;: hors d’atteinte dans {ranges} ({levers}). Au plus près, {standing}&#xa0;: {reached}.</translation>
    </message>
</context>
<context>
    <name>Sensitivity</name>
    <message>
        <source>Belief, exactly known</source>
        <translation>Hypothèse, connue exactement</translation>
    </message>
    <message>
        <source>Each belief is taken to the 5th, 25th, 50th, 75th and 95th percentile of its evidence, as if exactly known there; all others stay as uncertain as the scenario has them, and luck is the same in every run (a tornado).</source>
        <translation>Chaque hypothèse est portée aux 5e, 25e, 50e, 75e et 95e centiles de ses données, comme si elle y était exactement connue&#x202f;; toutes les autres restent aussi incertaines que dans le scénario, et le hasard est le même partout (diagramme en tornade).</translation>
    </message>
    <message>
        <source>Luck</source>
        <translation>Hasard</translation>
    </message>
    <message>
        <source>Luck accounts for {luck} of the spread.</source>
        <translation>Le hasard explique {luck} de la dispersion.</translation>
    </message>
    <message>
        <source>Luck accounts for {luck} of the spread; next is {belief} with {share}.</source>
        <translation>Le hasard explique {luck} de la dispersion&#x202f;; vient ensuite {belief} avec {share}.</translation>
    </message>
    <message>
        <source>No effect here: {beliefs}.</source>
        <translation>Sans effet ici&#xa0;: {beliefs}.</translation>
    </message>
    <message>
        <source>Not defined in {share} of the futures, which are left out.</source>
        <translation>Non défini dans {share} des futurs, qui sont écartés.</translation>
    </message>
    <message>
        <source>Over the evidence</source>
        <translation>Sur les données</translation>
    </message>
    <message>
        <source>Share of the spread</source>
        <translation>Part de la dispersion</translation>
    </message>
    <message>
        <source>Shares of the spread</source>
        <translation>Parts de la dispersion</translation>
    </message>
    <message>
        <source>Shares of the variance (Sobol indices): alone, how much smaller it would be on average if the belief were known; with others, how much would be left if all else were. Luck is what no better evidence takes away. Errors are standard errors, by bootstrap.</source>
        <translation>Parts de la variance (indices de Sobol)&#xa0;: seule, ce dont elle diminuerait en moyenne si l’hypothèse était connue&#x202f;; avec d’autres, ce qui en resterait si tout le reste l’était. Le hasard est ce qu’aucune donnée meilleure n’enlève. Les erreurs sont des erreurs types, par rééchantillonnage.</translation>
    </message>
    <message>
        <source>What matters most is {belief}: from {least} to {most} it moves {measure} from {low} to {high}; as the scenario stands, it is {now}.</source>
        <translation>Ce qui compte le plus est {belief}&#xa0;: de {least} à {most}, {measure} passe de {low} à {high}&#x202f;; en l’état du scénario, c’est {now}.</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>seule</translation>
    </message>
    <message>
        <source>at its high end</source>
        <translation>à sa borne supérieure</translation>
    </message>
    <message>
        <source>at its low end</source>
        <translation>à sa borne inférieure</translation>
    </message>
    <message>
        <source>at the low end</source>
        <translation>à la borne inférieure</translation>
    </message>
    <message>
        <source>belief at the high end of its evidence</source>
        <translation>hypothèse à la borne supérieure de ses données</translation>
    </message>
    <message>
        <source>changes direction in between</source>
        <translation>change de sens entre les deux</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>filled: by itself · outlined: with others · line: 9 of 10 bootstraps</source>
        <translation>plein&#xa0;: seule · contour&#xa0;: avec d’autres · trait&#xa0;: 9 rééchantillonnages sur 10</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>now {figure}</source>
        <translation>actuel {figure}</translation>
    </message>
    <message>
        <source>shape</source>
        <translation>forme</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>{belief} (changes direction)</source>
        <translation>{belief} (change de sens)</translation>
    </message>
    <message>
        <source>To say aloud: “Of all that is assumed about {title}, {belief} matters most for {outcome}. If it were {value}, expect about {figure} in {weeks} weeks; if it were {other}, about {second}.”</source>
        <translation>À dire à voix haute&#xa0;: «&#xa0;De tout ce qui est supposé de {title}, ce qui compte le plus pour {outcome} est ceci&#xa0;: {belief}. À {value}, attendre environ {figure} en {weeks} semaines&#x202f;; à {other}, environ {second}.&#xa0;»</translation>
    </message>
    <message>
        <source>What matters most for</source>
        <translation>Ce qui compte le plus pour</translation>
    </message>
    <message>
        <source>with others</source>
        <translation>avec d’autres</translation>
    </message>
    <message>
        <source>No belief moves {measure}: {now} as the scenario stands.</source>
        <translation>Aucune hypothèse ne modifie {measure}&#xa0;: {now} en l’état du scénario.</translation>
    </message>
    <message>
        <source>{belief} accounts for {share} of the spread; luck for {luck}.</source>
        <translation>{belief}&#xa0;: {share} de la dispersion&#x202f;; le hasard&#xa0;: {luck}.</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>, exactly known</source>
        <translation>, connue exactement</translation>
    </message>
    <message>
        <source>, then {value} from week {week}</source>
        <translation>, puis {value} à partir de la semaine {week}</translation>
    </message>
    <message>
        <source>, {times} times the evidence’s spread</source>
        <translation>, {times} fois la dispersion des données</translation>
    </message>
</context>
<context>
    <name>Share</name>
    <message>
        <source>Code, or a message with one in it</source>
        <translation>Code, ou message qui en contient un</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>Copy the code</source>
        <translation>Copier le code</translation>
    </message>
    <message>
        <source>It names your own record but does not contain it: send the record’s file as well.</source>
        <translation>Il nomme votre propre relevé mais ne le contient pas&#xa0;: envoyer aussi son fichier.</translation>
    </message>
    <message>
        <source>Leave out notes and sources</source>
        <translation>Omettre notes et sources</translation>
    </message>
    <message>
        <source>Paste it into a message. File ▸ Open from a code… turns it back into exactly this scenario, with the same fingerprint.</source>
        <translation>À coller dans un message. Fichier ▸ Ouvrir à partir d’un code… en refait exactement ce scénario, empreinte comprise.</translation>
    </message>
    <message>
        <source>the same settings as the selected scenario</source>
        <translation>les mêmes réglages que le scénario sélectionné</translation>
    </message>
    <message>
        <source>{count} characters: some message services cut off text this long; leave out the notes.</source>
        <translation>{count} caractères&#xa0;: certaines messageries coupent un texte aussi long&#x202f;; omettre les notes.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open from a code</source>
        <translation>Ouvrir à partir d’un code</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
    <message>
        <source>Paste the code, or the whole message it is in.</source>
        <translation>Coller le code, ou tout le message qui le contient.</translation>
    </message>
    <message>
        <source>Share as a code</source>
        <translation>Partager sous forme de code</translation>
    </message>
    <message>
        <source>Share code</source>
        <translation>Code de partage</translation>
    </message>
    <message>
        <source>{count} characters.</source>
        <translation>{count} caractères.</translation>
    </message>
</context>
<context>
    <name>Shipped scenario</name>
    <message>
        <source>Baseline</source>
        <translation>Référence</translation>
    </message>
    <message>
        <source>Losses without the plan</source>
        <translation>Pertes sans le plan</translation>
    </message>
    <message>
        <source>Met plan 2025</source>
        <translation>Plan de la Met 2025</translation>
    </message>
    <message>
        <source>Plan without losses</source>
        <translation>Plan sans pertes</translation>
    </message>
    <message>
        <source>Plan, fixed cameras</source>
        <translation>Plan, caméras fixes</translation>
    </message>
    <message>
        <source>Plan, half match rate</source>
        <translation>Plan, moitié du taux de reconnaissance</translation>
    </message>
    <message>
        <source>Plan, in six zones</source>
        <translation>Plan, dans six zones</translation>
    </message>
    <message>
        <source>Plan, older threshold</source>
        <translation>Plan, ancien seuil</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>Suspension</translation>
    </message>
    <message>
        <source>The recent rate</source>
        <translation>Le rythme récent</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Sans titre</translation>
    </message>
</context>
<context>
    <name>Short comparison</name>
    <message>
        <source>fewer</source>
        <translation>moins</translation>
    </message>
    <message>
        <source>fewer in {count} of 100</source>
        <translation>moins dans {count} sur 100</translation>
    </message>
    <message>
        <source>higher</source>
        <translation>plus élevé</translation>
    </message>
    <message>
        <source>lower</source>
        <translation>moins élevé</translation>
    </message>
    <message>
        <source>more</source>
        <translation>davantage</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>identique</translation>
    </message>
    <message>
        <source>higher in {count} of 100</source>
        <translation>plus élevé dans {count} sur 100</translation>
    </message>
    <message>
        <source>lower in {count} of 100</source>
        <translation>moins élevé dans {count} sur 100</translation>
    </message>
    <message>
        <source>more in {count} of 100</source>
        <translation>davantage dans {count} sur 100</translation>
    </message>
    <message>
        <source>the same in {count} of 100</source>
        <translation>identique dans {count} sur 100</translation>
    </message>
</context>
<context>
    <name>Short dates</name>
    <message>
        <source>Apr</source>
        <translation>avr.</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>août</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>déc.</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>févr.</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>janv.</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>juil.</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>juin</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>mars</translation>
    </message>
    <message>
        <source>May</source>
        <translation>mai</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>nov.</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>oct.</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>sept.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>A larger step</source>
        <translation>Un pas plus grand</translation>
    </message>
    <message>
        <source>A step</source>
        <translation>Un pas</translation>
    </message>
    <message>
        <source>Back to the baseline, or to the evidence</source>
        <translation>Revenir à la référence, ou aux données</translation>
    </message>
    <message>
        <source>Back to the record’s share</source>
        <translation>Revenir à la part du relevé</translation>
    </message>
    <message>
        <source>Change its place</source>
        <translation>Changer sa place</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>Le fermer</translation>
    </message>
    <message>
        <source>Closes what is open, dismisses a notice</source>
        <translation>Ferme ce qui est ouvert, masque un avis</translation>
    </message>
    <message>
        <source>Copy the data</source>
        <translation>Copier les données</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Partout</translation>
    </message>
    <message>
        <source>From tile to tile</source>
        <translation>De case en case</translation>
    </message>
    <message>
        <source>Lock this share, or unlock it</source>
        <translation>Garder cette part, ou non</translation>
    </message>
    <message>
        <source>Its menu</source>
        <translation>Son menu</translation>
    </message>
    <message>
        <source>Its menu: over time, range, evidence</source>
        <translation>Son menu&#xa0;: dans le temps, fourchette, données</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>La quitter</translation>
    </message>
    <message>
        <source>Lock, or follow again</source>
        <translation>Verrouiller, ou suivre de nouveau</translation>
    </message>
    <message>
        <source>Menu {title}</source>
        <translation>Menu {title}</translation>
    </message>
    <message>
        <source>More or less of the deployments here</source>
        <translation>Plus ou moins de déploiements ici</translation>
    </message>
    <message>
        <source>On a chart</source>
        <translation>Sur un graphique</translation>
    </message>
    <message>
        <source>On a lever</source>
        <translation>Sur un levier</translation>
    </message>
    <message>
        <source>On a scenario</source>
        <translation>Sur un scénario</translation>
    </message>
    <message>
        <source>On the map of places</source>
        <translation>Sur la carte des lieux</translation>
    </message>
    <message>
        <source>On the stage</source>
        <translation>Sur la scène</translation>
    </message>
    <message>
        <source>Read a week; Page keys a quarter</source>
        <translation>Lire une semaine&#x202f;; touches Page&#xa0;: un trimestre</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Select it</source>
        <translation>Le sélectionner</translation>
    </message>
    <message>
        <source>Show or hide its lines</source>
        <translation>Montrer ou masquer ses courbes</translation>
    </message>
    <message>
        <source>Table or picture</source>
        <translation>Tableau ou image</translation>
    </message>
    <message>
        <source>The first step, the last</source>
        <translation>La première étape, la dernière</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>L’étape suivante</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>L’étape précédente</translation>
    </message>
    <message>
        <source>This tile alone loses what the next one gains</source>
        <translation>Cette case seule cède ce que gagne la suivante</translation>
    </message>
    <message>
        <source>To the end of the range</source>
        <translation>Au bout de la fourchette</translation>
    </message>
    <message>
        <source>To the lever on the bar</source>
        <translation>Au levier de la barre</translation>
    </message>
    <message>
        <source>To the menus, with the letter underlined</source>
        <translation>Vers les menus, avec la lettre soulignée</translation>
    </message>
    <message>
        <source>To the next control, and back</source>
        <translation>Vers la commande suivante, et retour</translation>
    </message>
    <message>
        <source>Type a share</source>
        <translation>Taper une part</translation>
    </message>
    <message>
        <source>Type a value, with or without its unit</source>
        <translation>Saisir une valeur, avec ou sans son unité</translation>
    </message>
    <message>
        <source>What it is, and where its figures come from</source>
        <translation>Ce que c’est, et d’où viennent ses chiffres</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>1 August 2025</source>
        <translation>1er août 2025</translation>
    </message>
    <message>
        <source>2 July 2026</source>
        <translation>2 juillet 2026</translation>
    </message>
    <message>
        <source>21 April 2026</source>
        <translation>21 avril 2026</translation>
    </message>
    <message>
        <source>31 October 2025</source>
        <translation>31 octobre 2025</translation>
    </message>
    <message>
        <source>A member&apos;s remark in a House of Lords debate on live facial recognition</source>
        <translation>Remarque d’un membre lors d’un débat de la Chambre des lords sur la reconnaissance faciale en temps réel</translation>
    </message>
    <message>
        <source>April 2025</source>
        <translation>avril 2025</translation>
    </message>
    <message>
        <source>Arrests made by individual Met officers, from a freedom of information answer</source>
        <translation>Arrestations par policier de la Met, d’après une réponse au titre de la liberté de l’information</translation>
    </message>
    <message>
        <source>BBC</source>
        <translation>BBC</translation>
    </message>
    <message>
        <source>Big Brother Watch</source>
        <translation>Big Brother Watch</translation>
    </message>
    <message>
        <source>Biometric Update</source>
        <translation>Biometric Update</translation>
    </message>
    <message>
        <source>British Transport Police</source>
        <translation>British Transport Police</translation>
    </message>
    <message>
        <source>Census 2021, ethnic group</source>
        <translation>Recensement de 2021, groupe ethnique</translation>
    </message>
    <message>
        <source>Checked against published totals and against 74 rows that were read from the Met&apos;s own tables as well: faces are equal in all, alerts in 67 and off by one in 7, arrests in 73.</source>
        <translation>Vérifiée sur les totaux publiés et sur 74 lignes lues aussi dans les tableaux de la Met&#xa0;: les visages concordent partout, les alertes dans 67 lignes et à une près dans 7, les arrestations dans 73.</translation>
    </message>
    <message>
        <source>Comment and counts on live facial recognition in London</source>
        <translation>Commentaires et décomptes sur la reconnaissance faciale en temps réel à Londres</translation>
    </message>
    <message>
        <source>Computer Weekly</source>
        <translation>Computer Weekly</translation>
    </message>
    <message>
        <source>Computer Weekly and other press</source>
        <translation>Computer Weekly et autres titres de presse</translation>
    </message>
    <message>
        <source>Contract notice of a call-off for live facial recognition</source>
        <translation>Avis de marché d’une commande de reconnaissance faciale en temps réel</translation>
    </message>
    <message>
        <source>Definition within the model, true by construction</source>
        <translation>Définition interne au modèle, vraie par construction</translation>
    </message>
    <message>
        <source>Each row names what it was read from. Sites and boroughs are this project&apos;s reading of the published places.</source>
        <translation>Chaque ligne nomme ce dont elle est tirée. Les sites et les arrondissements sont la lecture que ce projet fait des lieux publiés.</translation>
    </message>
    <message>
        <source>Essex Police</source>
        <translation>Essex Police</translation>
    </message>
    <message>
        <source>Express &amp; Star, PA</source>
        <translation>Express &amp; Star, PA</translation>
    </message>
    <message>
        <source>February 2025</source>
        <translation>février 2025</translation>
    </message>
    <message>
        <source>Field test of another vendor&apos;s live facial recognition system</source>
        <translation>Essai sur le terrain du système de reconnaissance faciale en temps réel d’un autre fournisseur</translation>
    </message>
    <message>
        <source>Freedom of information answer 21708, on what live facial recognition costs</source>
        <translation>Réponse 21708 au titre de la liberté de l’information, sur le coût de la reconnaissance faciale en temps réel</translation>
    </message>
    <message>
        <source>Freedom of information answer 427/25, on the zone of safety in Cardiff</source>
        <translation>Réponse 427/25 au titre de la liberté de l’information, sur la zone de sécurité de Cardiff</translation>
    </message>
    <message>
        <source>Hackney Citizen</source>
        <translation>Hackney Citizen</translation>
    </message>
    <message>
        <source>Hansard</source>
        <translation>Hansard</translation>
    </message>
    <message>
        <source>High Court</source>
        <translation>High Court</translation>
    </message>
    <message>
        <source>Home Office</source>
        <translation>Ministère de l’Intérieur britannique (Home Office)</translation>
    </message>
    <message>
        <source>Its headline begins “Metropolitan Police needs effective constraints”.</source>
        <translation>Son titre commence par «&#xa0;Metropolitan Police needs effective constraints&#xa0;».</translation>
    </message>
    <message>
        <source>January 2026</source>
        <translation>janvier 2026</translation>
    </message>
    <message>
        <source>Judgement of the modellers: nobody has published the figure</source>
        <translation>Appréciation des modélisateurs&#xa0;: personne n’a publié ce chiffre</translation>
    </message>
    <message>
        <source>Leapwise</source>
        <translation>Leapwise</translation>
    </message>
    <message>
        <source>Live facial recognition annual report, September 2024 to September 2025</source>
        <translation>Live facial recognition annual report, de septembre 2024 à septembre 2025</translation>
    </message>
    <message>
        <source>Live facial recognition deployment records</source>
        <translation>Live facial recognition deployment records</translation>
    </message>
    <message>
        <source>Live facial recognition deployment records, as transcribed by a third party</source>
        <translation>Live facial recognition deployment records, transcrits par un tiers</translation>
    </message>
    <message>
        <source>Live facial recognition: the case for coordinated national expansion</source>
        <translation>Live facial recognition: the case for coordinated national expansion</translation>
    </message>
    <message>
        <source>London Assembly</source>
        <translation>London Assembly</translation>
    </message>
    <message>
        <source>March 2023</source>
        <translation>mars 2023</translation>
    </message>
    <message>
        <source>March 2026</source>
        <translation>mars 2026</translation>
    </message>
    <message>
        <source>May 2025</source>
        <translation>mai 2025</translation>
    </message>
    <message>
        <source>Met Police to double facial recognition use amid budget cuts</source>
        <translation>Met Police to double facial recognition use amid budget cuts</translation>
    </message>
    <message>
        <source>Metropolitan Police Service</source>
        <translation>Metropolitan Police Service</translation>
    </message>
    <message>
        <source>Metropolitan Police Service, as reported by The Register</source>
        <translation>Metropolitan Police Service, cité par The Register</translation>
    </message>
    <message>
        <source>Motion on live facial recognition</source>
        <translation>Motion sur la reconnaissance faciale en temps réel</translation>
    </message>
    <message>
        <source>National Physical Laboratory</source>
        <translation>National Physical Laboratory</translation>
    </message>
    <message>
        <source>November 2025</source>
        <translation>novembre 2025</translation>
    </message>
    <message>
        <source>October 2025</source>
        <translation>octobre 2025</translation>
    </message>
    <message>
        <source>October 2025 and January 2026</source>
        <translation>octobre 2025 et janvier 2026</translation>
    </message>
    <message>
        <source>Office for National Statistics</source>
        <translation>Office for National Statistics</translation>
    </message>
    <message>
        <source>Only the preview was seen.</source>
        <translation>Seul l’aperçu a été vu.</translation>
    </message>
    <message>
        <source>Operational Testing of Facial Recognition Technology (report MS 43)</source>
        <translation>Operational Testing of Facial Recognition Technology (rapport MS 43)</translation>
    </message>
    <message>
        <source>PA</source>
        <translation>PA</translation>
    </message>
    <message>
        <source>Police powers and procedures, England and Wales, year ending 31 March 2020</source>
        <translation>Police powers and procedures, England and Wales, année close le 31 mars 2020</translation>
    </message>
    <message>
        <source>Police workforce, England and Wales</source>
        <translation>Police workforce, England and Wales</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Presse</translation>
    </message>
    <message>
        <source>Press figures for police staff, community support officers and projected officers</source>
        <translation>Chiffres de la presse sur le personnel civil, les agents de soutien de proximité et les policiers prévus</translation>
    </message>
    <message>
        <source>Record of live facial recognition by deployment and place, April 2023 to April 2026</source>
        <translation>Relevé de la reconnaissance faciale en temps réel par déploiement et lieu, d’avril 2023 à avril 2026</translation>
    </message>
    <message>
        <source>Report on a national framework for live facial recognition</source>
        <translation>Article sur un accord-cadre national pour la reconnaissance faciale en temps réel</translation>
    </message>
    <message>
        <source>Report on live facial recognition in Essex</source>
        <translation>Article sur la reconnaissance faciale en temps réel en Essex</translation>
    </message>
    <message>
        <source>Report on the Met&apos;s deployments in 2025</source>
        <translation>Article sur les déploiements de la Met en 2025</translation>
    </message>
    <message>
        <source>Report on the areas where live facial recognition is used</source>
        <translation>Article sur les quartiers où la reconnaissance faciale en temps réel est employée</translation>
    </message>
    <message>
        <source>Report on the cost of live facial recognition in South Wales</source>
        <translation>Article sur le coût de la reconnaissance faciale en temps réel au pays de Galles du Sud</translation>
    </message>
    <message>
        <source>Report on the court case about the Met&apos;s use of live facial recognition</source>
        <translation>Article sur le procès portant sur l’usage que la Met fait de la reconnaissance faciale en temps réel</translation>
    </message>
    <message>
        <source>Report on who was wrongly flagged by live facial recognition</source>
        <translation>Article sur les personnes signalées à tort par la reconnaissance faciale en temps réel</translation>
    </message>
    <message>
        <source>Reporting on the fixed cameras in Croydon</source>
        <translation>Articles sur les caméras fixes de Croydon</translation>
    </message>
    <message>
        <source>Reports on the Met&apos;s budget and the additional funding</source>
        <translation>Articles sur le budget de la Met et le financement supplémentaire</translation>
    </message>
    <message>
        <source>Reports on the Met&apos;s budget shortfall</source>
        <translation>Articles sur le déficit du budget de la Met</translation>
    </message>
    <message>
        <source>Reports on the posts the Met will lose and how</source>
        <translation>Articles sur les postes que la Met va perdre, et comment</translation>
    </message>
    <message>
        <source>Weekly record of live facial recognition deployments, April 2023 to April 2026</source>
        <translation>Relevé hebdomadaire des déploiements de reconnaissance faciale en direct, d’avril 2023 à avril 2026</translation>
    </message>
    <message>
        <source>South Wales Police</source>
        <translation>South Wales Police</translation>
    </message>
    <message>
        <source>Statements on people charged or cautioned after a live facial recognition arrest</source>
        <translation>Déclarations sur les personnes inculpées ou averties après une arrestation due à la reconnaissance faciale en temps réel</translation>
    </message>
    <message>
        <source>The page linked to gives staff and community support officers, and not the projection.</source>
        <translation>La page indiquée donne le personnel civil et les agents de soutien de proximité, mais pas la prévision.</translation>
    </message>
    <message>
        <source>The page linked to gives the shortfall and the funding of 2025–26, and not the £32m.</source>
        <translation>La page indiquée donne le déficit et le financement de 2025–26, mais pas les 32&#xa0;M£.</translation>
    </message>
    <message>
        <source>The record by deployment added up by week. Rows to 10 May 2025 were read from the Met&apos;s own documents, later rows from a transcription that agreed with every published total it was checked against.</source>
        <translation>Le relevé par déploiement additionné par semaine. Les lignes jusqu’au 10 mai 2025 ont été lues dans les documents de la Met, les suivantes dans une transcription qui concordait avec tous les totaux publiés auxquels elle a été confrontée.</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>Ce projet</translation>
    </message>
    <message>
        <source>This project, from the Metropolitan Police Service&apos;s published deployment records</source>
        <translation>Ce projet, d’après les relevés de déploiement publiés par le Metropolitan Police Service</translation>
    </message>
    <message>
        <source>Three crude proxies for the cost of a post, from sums and posts given in the press</source>
        <translation>Trois approximations grossières du coût d’un poste, d’après des sommes et des postes donnés par la presse</translation>
    </message>
    <message>
        <source>University of Cambridge and Essex Police, as reported in the press</source>
        <translation>Université de Cambridge et police de l’Essex, citées par la presse</translation>
    </message>
    <message>
        <source>[2026] EWHC 915 (Admin), as told in case notes by the law firms CMS and DWF</source>
        <translation>[2026] EWHC 915 (Admin), d’après les commentaires des cabinets CMS et DWF</translation>
    </message>
    <message>
        <source>to 17 April 2026</source>
        <translation>jusqu’au 17 avril 2026</translation>
    </message>
    <message>
        <source>{source} (seen only at second hand)</source>
        <translation>{source} (vu seulement de seconde main)</translation>
    </message>
    <message>
        <source>{source}, publisher’s page {address}</source>
        <translation>{source}, page de l’éditeur {address}</translation>
    </message>
</context>
<context>
    <name>Stack</name>
    <message>
        <source>All changes</source>
        <translation>Tous les changements</translation>
    </message>
    <message>
        <source>All of its changes are there already.</source>
        <translation>Tous ses changements y sont déjà.</translation>
    </message>
    <message>
        <source>Both have changed these, but differently: {names}. Those ticked are taken.</source>
        <translation>Changés des deux côtés, différemment&#xa0;: {names}. Ce qui est coché l’emporte.</translation>
    </message>
    <message>
        <source>No change of one is in conflict with a change of the other.</source>
        <translation>Aucun changement de l’un n’est en conflit avec un changement de l’autre.</translation>
    </message>
    <message>
        <source>No other scenario on the desk changes anything.</source>
        <translation>Aucun autre scénario à l’écran ne change quoi que ce soit.</translation>
    </message>
    <message>
        <source>Only the beliefs</source>
        <translation>Seulement les hypothèses</translation>
    </message>
    <message>
        <source>Put changes of {source} on {target}</source>
        <translation>Reporter des changements de {source} sur {target}</translation>
    </message>
    <message>
        <source>Put changes on the selected scenario</source>
        <translation>Reporter des changements sur le scénario choisi</translation>
    </message>
    <message>
        <source>Put on {target}</source>
        <translation>Reporter sur {target}</translation>
    </message>
    <message>
        <source>Whose changes are to go on {title}?</source>
        <translation>De qui reporter les changements sur {title}&#x202f;?</translation>
    </message>
    <message>
        <source>conflict: {words}</source>
        <translation>conflit&#xa0;: {words}</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>All steps</source>
        <translation>Toutes les étapes</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Back to the window</source>
        <translation>Revenir à la fenêtre</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Graphique</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Leave out “{step}”</source>
        <translation>Laisser de côté «&#xa0;{step}&#xa0;»</translation>
    </message>
    <message>
        <source>Live facial recognition (LFR), {place} · projection · {scenario}</source>
        <translation>Reconnaissance faciale en temps réel (LFR), {place} · projection · {scenario}</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Nom de la vue</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suite</translation>
    </message>
    <message>
        <source>Save this view for the stage</source>
        <translation>Garder cette vue pour la scène</translation>
    </message>
    <message>
        <source>Show “{step}” again</source>
        <translation>Montrer de nouveau «&#xa0;{step}&#xa0;»</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Scène</translation>
    </message>
    <message>
        <source>Stage. Space for the next step, Escape to leave.</source>
        <translation>Scène. Espace pour l’étape suivante, Échap pour quitter.</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>The next step</source>
        <translation>L’étape suivante</translation>
    </message>
    <message>
        <source>The step before</source>
        <translation>L’étape précédente</translation>
    </message>
    <message>
        <source>Which lever stands here</source>
        <translation>Quel levier se trouve ici</translation>
    </message>
    <message>
        <source>You have left the stage.</source>
        <translation>Vous avez quitté la scène.</translation>
    </message>
    <message>
        <source>choosing the stage’s lever</source>
        <translation>choix du levier de la scène</translation>
    </message>
    <message>
        <source>choosing the stage’s steps</source>
        <translation>choix des étapes de la scène</translation>
    </message>
    <message>
        <source>saving the view {name}</source>
        <translation>ajout de la vue {name}</translation>
    </message>
    <message>
        <source>{at} of {count} · Space: {next} · Esc leaves</source>
        <translation>{at} sur {count} · Échap quitte · Espace&#xa0;: {next}</translation>
    </message>
    <message>
        <source>{fingerprint} · model {version} · {record}</source>
        <translation>{fingerprint} · modèle {version} · {record}</translation>
    </message>
    <message>
        <source>{letter} {title}: {total}</source>
        <translation>{letter} {title}&#xa0;: {total}</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>The settings could not be read: they are kept as {name}, and the defaults are used.</source>
        <translation>Les préférences n’ont pas pu être lues&#xa0;: elles sont gardées sous le nom {name}, et les valeurs par défaut sont utilisées.</translation>
    </message>
</context>
<context>
    <name>Storyboard</name>
    <message>
        <source>8 of 10 futures, as a share of the figure in the middle</source>
        <translation>8 futurs sur 10, en part du chiffre du milieu</translation>
    </message>
    <message>
        <source>A projection, not a promise.</source>
        <translation>Une projection, pas une promesse.</translation>
    </message>
    <message>
        <source>An officer makes {range} a year: a judgement</source>
        <translation>Un policier fait {range} par an&#xa0;: une appréciation</translation>
    </message>
    <message>
        <source>Arrests</source>
        <translation>Arrestations</translation>
    </message>
    <message>
        <source>The most, if the plan is to make up for them</source>
        <translation>Au plus, pour que le plan les compense</translation>
    </message>
    <message>
        <source>What today’s crews can run: a judgement</source>
        <translation>Ce que peuvent assurer les équipes d’aujourd’hui&#xa0;: une appréciation</translation>
    </message>
    <message>
        <source>{count} of them can move this scenario’s arrests</source>
        <translation>{count} d’entre elles peuvent modifier les arrestations de ce scénario</translation>
    </message>
    <message>
        <source>Breaks even at {figure} arrests an officer a year ({range})</source>
        <translation>Équilibre à {figure} arrestations par policier et par an ({range})</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>Déploiements</translation>
    </message>
    <message>
        <source>Deployments in boroughs whose share of Black residents is above {whole}</source>
        <translation>Déploiements là où la part d’habitants noirs dépasse {whole}</translation>
    </message>
    <message>
        <source>Deployments on a day</source>
        <translation>Déploiements par jour</translation>
    </message>
    <message>
        <source>Extra arrests, against {baseline}</source>
        <translation>Arrestations en plus, par rapport à {baseline}</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Effectués</translation>
    </message>
    <message>
        <source>Needs crews for {count} deployments a day on {days} days a week</source>
        <translation>Il faut des équipes pour {count} déploiements par jour, {days} jours par semaine</translation>
    </message>
    <message>
        <source>No extra arrests in half of the futures</source>
        <translation>Aucune arrestation en plus dans la moitié des futurs</translation>
    </message>
    <message>
        <source>Nobody has measured how many of these arrests would have been made anyway.</source>
        <translation>Personne n’a mesuré combien de ces arrestations auraient eu lieu de toute façon.</translation>
    </message>
    <message>
        <source>Not in any range: trust, deterrence, privacy, the law, and who walked past the cameras.</source>
        <translation>Dans aucune fourchette&#xa0;: la confiance, la dissuasion, la vie privée, le droit, et qui est passé devant les caméras.</translation>
    </message>
    <message>
        <source>Places: {mix}</source>
        <translation>Lieux&#xa0;: {mix}</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévus</translation>
    </message>
    <message>
        <source>Residents are not the people who walked past, boroughs are large, and the record cannot say who was scanned.</source>
        <translation>Les habitants ne sont pas les passants, les arrondissements sont vastes, et le relevé ne peut pas dire qui a été analysé.</translation>
    </message>
    <message>
        <source>The bars are named mixes of places: this scenario’s first, then the others that can be chosen.</source>
        <translation>Les barres sont des répartitions de lieux&#xa0;: d’abord celle de ce scénario, puis les autres que l’on peut choisir.</translation>
    </message>
    <message>
        <source>The number of arrests {note}.</source>
        <translation>Le nombre d’arrestations {note}.</translation>
    </message>
    <message>
        <source>The plan</source>
        <translation>Le plan</translation>
    </message>
    <message>
        <source>The plan makes up for the officers lost only if each would have made fewer than {figure} arrests a year.</source>
        <translation>Le plan ne compense les policiers perdus que si chacun d’eux avait fait moins de {figure} arrestations par an.</translation>
    </message>
    <message>
        <source>The plan needs crews for {count} deployments a day on {days} days a week.</source>
        <translation>Le plan demande des équipes pour {count} déploiements par jour, {days} jours par semaine.</translation>
    </message>
    <message>
        <source>What is lost</source>
        <translation>Ce qui est perdu</translation>
    </message>
    <message>
        <source>What is not known</source>
        <translation>Ce que l’on ignore</translation>
    </message>
    <message>
        <source>What it may be: a judgement</source>
        <translation>Ce que cela peut être&#xa0;: une appréciation</translation>
    </message>
    <message>
        <source>What must be true</source>
        <translation>Ce qui doit être vrai</translation>
    </message>
    <message>
        <source>What the officers lost would have made</source>
        <translation>Ce que les policiers perdus auraient fait</translation>
    </message>
    <message>
        <source>What the plan needs</source>
        <translation>Ce que demande le plan</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>With {losses}, {share} of the planned deployments take place.</source>
        <translation>Avec {losses}, {share} des déploiements prévus ont lieu.</translation>
    </message>
    <message>
        <source>arrests an officer a year, at break-even</source>
        <translation>arrestations par policier et par an, à l’équilibre</translation>
    </message>
    <message>
        <source>arrests at LFR deployments</source>
        <translation>arrestations lors des déploiements LFR</translation>
    </message>
    <message>
        <source>assumptions behind the arrests are judgements</source>
        <translation>hypothèses derrière les arrestations sont des appréciations</translation>
    </message>
    <message>
        <source>of 100 futures in which the extra arrests make up for those of the officers lost</source>
        <translation>futurs sur 100 où les arrestations en plus compensent celles des policiers perdus</translation>
    </message>
    <message>
        <source>of the deployments</source>
        <translation>des déploiements</translation>
    </message>
    <message>
        <source>of the plan delivered</source>
        <translation>du plan réalisé</translation>
    </message>
    <message>
        <source>the middle</source>
        <translation>le milieu</translation>
    </message>
    <message>
        <source>{few} of {all}</source>
        <translation>{few} sur {all}</translation>
    </message>
    <message>
        <source>{middle} of the plan delivered ({low} to {high})</source>
        <translation>{middle} du plan réalisé ({low} à {high})</translation>
    </message>
    <message>
        <source>{officers} officers’ posts go, {gone} of them by week {weeks}; in {count} of 100 futures the extra arrests make up for those officers’ arrests.</source>
        <translation>{officers} postes de policier supprimés, dont {gone} à la semaine {weeks}&#xa0;; dans {count} futurs sur 100, les arrestations en plus compensent les leurs.</translation>
    </message>
    <message>
        <source>{officers} officers’ posts go; in {count} of 100 futures the extra arrests make up for those officers’ arrests.</source>
        <translation>{officers} postes de policier supprimés&#xa0;; dans {count} futurs sur 100, les arrestations en plus compensent les leurs.</translation>
    </message>
    <message>
        <source>{place} as a whole: {share} Black</source>
        <translation>{place} dans son ensemble&#xa0;: {share} de Noirs</translation>
    </message>
    <message>
        <source>{share} of the deployments are in boroughs where more residents are Black than in {place} as a whole.</source>
        <translation>{share} des déploiements sont dans des arrondissements où la part d’habitants noirs dépasse celle de {place} dans son ensemble.</translation>
    </message>
    <message>
        <source>{what} in a year</source>
        <translation>{what} en un an</translation>
    </message>
    <message>
        <source>{what} in {weeks} weeks</source>
        <translation>{what} en {weeks} semaines</translation>
    </message>
</context>
<context>
    <name>Subject</name>
    <message>
        <source>Live facial recognition (LFR), {place}</source>
        <translation>Reconnaissance faciale en temps réel (LFR), {place}</translation>
    </message>
    <message>
        <source>Source: a record of the user’s own</source>
        <translation>Source&#xa0;: un relevé de l’utilisateur</translation>
    </message>
    <message>
        <source>Source: records published by {force}</source>
        <translation>Source&#xa0;: relevés publiés par {force}</translation>
    </message>
    <message>
        <source>a record that is not kept here</source>
        <translation>un relevé qui n’est pas conservé ici</translation>
    </message>
    <message>
        <source>record “{label}”</source>
        <translation>relevé «&#xa0;{label}&#xa0;»</translation>
    </message>
    <message>
        <source>{source} · {record} · {fingerprint} · model {version}</source>
        <translation>{source} · {record} · {fingerprint} · modèle {version}</translation>
    </message>
    <message>
        <source>{subject} · projection</source>
        <translation>{subject} · projection</translation>
    </message>
    <message>
        <source>{subject} · {name}</source>
        <translation>{subject} · {name}</translation>
    </message>
</context>
<context>
    <name>Switching value</name>
    <message>
        <source>No single belief or circumstance brings it about, whatever its value.</source>
        <translation>Aucune hypothèse ni circonstance n’y mène à elle seule, quelle que soit sa valeur.</translation>
    </message>
    <message>
        <source>No single belief or circumstance undoes it, whatever its value.</source>
        <translation>Aucune hypothèse ni circonstance ne l’empêche à elle seule, quelle que soit sa valeur.</translation>
    </message>
    <message>
        <source>Only {belief} brings it about by itself within its evidence, at {value} (now {now}; {range}).</source>
        <translation>Dans ses données, une seule hypothèse y mène à elle seule&#xa0;: {belief}, à {value} (en l’état {now}&#x202f;; {range}).</translation>
    </message>
    <message>
        <source>Only {belief} undoes it by itself within its evidence, at {value} (now {now}; {range}).</source>
        <translation>Dans ses données, une seule hypothèse l’empêche à elle seule&#xa0;: {belief}, à {value} (en l’état {now}&#x202f;; {range}).</translation>
    </message>
    <message>
        <source>Each of {count} brings it about by itself within its evidence; the least change is that of {belief}, to {value} (now {now}; {range}).</source>
        <translation>Dans ses données, chacune de {count} hypothèses y mène à elle seule&#xa0;: avec le moindre changement {belief}, à {value} (en l’état {now}&#x202f;; {range}).</translation>
    </message>
    <message>
        <source>Each of {count} undoes it by itself within its evidence; the least change is that of {belief}, to {value} (now {now}; {range}).</source>
        <translation>Dans ses données, chacune de {count} hypothèses l’empêche à elle seule&#xa0;: avec le moindre changement {belief}, à {value} (en l’état {now}&#x202f;; {range}).</translation>
    </message>
    <message>
        <source>No single belief or circumstance brings it about within its evidence; outside it, {belief} would have to be {value} (now {now}; {range}).</source>
        <translation>Dans ses données, aucune hypothèse ni circonstance n’y mène à elle seule&#x202f;; il faudrait {value} ({belief}&#x202f;; en l’état {now}&#x202f;; {range}).</translation>
    </message>
    <message>
        <source>No single belief or circumstance undoes it within its evidence; outside it, {belief} would have to be {value} (now {now}; {range}).</source>
        <translation>Dans ses données, aucune hypothèse ni circonstance ne l’empêche à elle seule&#x202f;; il faudrait {value} ({belief}&#x202f;; en l’état {now}&#x202f;; {range}).</translation>
    </message>
    <message>
        <source>cannot be reached by this alone</source>
        <translation>hors de portée par ce seul moyen</translation>
    </message>
    <message>
        <source>has no bearing on it</source>
        <translation>sans effet</translation>
    </message>
    <message>
        <source>less than {value}</source>
        <translation>moins de {value}</translation>
    </message>
    <message>
        <source>met at any value</source>
        <translation>atteint à toute valeur</translation>
    </message>
    <message>
        <source>more than {value}</source>
        <translation>plus de {value}</translation>
    </message>
    <message>
        <source>{range}, a judgement</source>
        <translation>{range}, une appréciation</translation>
    </message>
    <message>
        <source>{range}, derived</source>
        <translation>{range}, valeur dérivée</translation>
    </message>
    <message>
        <source>{range}, published</source>
        <translation>{range}, d’après une publication</translation>
    </message>
    <message>
        <source>{range}, seen so far</source>
        <translation>{range}, vu jusqu’ici</translation>
    </message>
    <message>
        <source>{range}, the lever’s range</source>
        <translation>{range}, l’étendue du levier</translation>
    </message>
    <message>
        <source>{reached}: the target of {figure} is met.</source>
        <translation>{reached}&#xa0;: la cible de {figure} est atteinte.</translation>
    </message>
    <message>
        <source>{reached}: the target of {figure} is missed.</source>
        <translation>{reached}&#xa0;: la cible de {figure} est manquée.</translation>
    </message>
    <message>
        <source>{value} or less</source>
        <translation>{value} ou moins</translation>
    </message>
    <message>
        <source>{value} or more</source>
        <translation>{value} ou plus</translation>
    </message>
    <message>
        <source>{value}, though not all the way</source>
        <translation>{value}&#x202f;; pas partout de ce côté</translation>
    </message>
</context>
<context>
    <name>Switching values</name>
    <message>
        <source>By itself</source>
        <translation>Isolément</translation>
    </message>
    <message>
        <source>Each belief and circumstance is moved by itself over its slider, with its own spread and all else unchanged, until the target switches (a switching value). Beside it stands what its evidence allows: a 90 % range, published, derived or a judgement.</source>
        <translation>Chaque hypothèse et chaque circonstance est déplacée seule sur son curseur, avec sa propre dispersion et tout le reste inchangé, jusqu’à ce que la cible bascule (valeur de bascule). À côté, ce que ses données permettent&#xa0;: une fourchette à 90&#x202f;%, publiée, dérivée ou une appréciation.</translation>
    </message>
    <message>
        <source>Switching values</source>
        <translation>Valeurs de bascule</translation>
    </message>
    <message>
        <source>its evidence</source>
        <translation>ses données</translation>
    </message>
    <message>
        <source>now</source>
        <translation>actuel</translation>
    </message>
    <message>
        <source>switches at</source>
        <translation>bascule à</translation>
    </message>
    <message>
        <source>the target is met at</source>
        <translation>objectif atteint à</translation>
    </message>
    <message>
        <source>thick line: target met · grey: range of the evidence · dot: now · stroke: where it turns</source>
        <translation>trait épais&#xa0;: objectif atteint · gris&#xa0;: plage des données · point&#xa0;: en l’état · trait vertical&#xa0;: bascule</translation>
    </message>
    <message>
        <source>within</source>
        <translation>dedans</translation>
    </message>
</context>
<context>
    <name>Table</name>
    <message>
        <source>Cells are separated by {separator}.</source>
        <translation>Les cellules sont séparées par des {separator}.</translation>
    </message>
    <message>
        <source>Hidden rows are read, too: {lines}.</source>
        <translation>Les lignes masquées sont lues aussi&#xa0;: {lines}.</translation>
    </message>
    <message>
        <source>Only the first {most} pages are read.</source>
        <translation>Seules les {most} premières pages sont lues.</translation>
    </message>
    <message>
        <source>Rows are those of the PDF’s ruled tables, numbered through from the first page.</source>
        <translation>Les lignes sont celles des tableaux à filets du PDF, numérotées à la suite depuis la première page.</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” is hidden.</source>
        <translation>La feuille «&#xa0;{sheet}&#xa0;» est masquée.</translation>
    </message>
    <message>
        <source>The text is encoded as {encoding}.</source>
        <translation>Le texte est codé en {encoding}.</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>virgules</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>points-virgules</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>tabulations</translation>
    </message>
    <message>
        <source>vertical bars</source>
        <translation>barres verticales</translation>
    </message>
</context>
<context>
    <name>Target</name>
    <message>
        <source> of 100 futures</source>
        <translation> futurs sur 100</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Au moins</translation>
    </message>
    <message>
        <source>At least or at most</source>
        <translation>Au moins ou au plus</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>Figure of the target</source>
        <translation>Chiffre de l’objectif</translation>
    </message>
    <message>
        <source>In how many of 100 futures</source>
        <translation>Dans combien de futurs sur 100</translation>
    </message>
    <message>
        <source>Lever to move</source>
        <translation>Levier à déplacer</translation>
    </message>
    <message>
        <source>Meet it by moving</source>
        <translation>L’atteindre en déplaçant</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Outcome of the target</source>
        <translation>Résultat visé</translation>
    </message>
    <message>
        <source>Second lever to move</source>
        <translation>Second levier à déplacer</translation>
    </message>
    <message>
        <source>Statistic of the outcome</source>
        <translation>Statistique du résultat</translation>
    </message>
    <message>
        <source>Use this setting</source>
        <translation>Utiliser ce réglage</translation>
    </message>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <source>exceeded in {count} of 100 futures</source>
        <translation>dépassé dans {count} futurs sur 100</translation>
    </message>
    <message>
        <source>in </source>
        <translation>dans </translation>
    </message>
    <message>
        <source>mean</source>
        <translation>moyenne</translation>
    </message>
    <message>
        <source>median</source>
        <translation>médiane</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>rien d’autre</translation>
    </message>
    <message>
        <source>on average</source>
        <translation>en moyenne</translation>
    </message>
</context>
<context>
    <name>Title</name>
    <message>
        <source>About one false alert in {figure} faces</source>
        <translation>Environ une fausse alerte pour {figure} {faces}</translation>
    </message>
    <message>
        <source>About {count} false alerts in {weeks} weeks; one in {figure} faces</source>
        <translation>Environ {count} fausses alertes en {weeks} semaines&#x202f;; une pour {figure} {faces}</translation>
    </message>
    <message>
        <source>About {figure} {noun}</source>
        <translation>{subject}&#xa0;: environ {figure}</translation>
    </message>
    <message>
        <source>About {figure} {noun} in {weeks} weeks</source>
        <translation>{subject}&#xa0;: environ {figure} en {weeks} semaines</translation>
    </message>
    <message>
        <source>False alerts: fewer than one in {figure} faces</source>
        <translation>Fausses alertes&#xa0;: moins d’une pour {figure} {faces}</translation>
    </message>
    <message>
        <source>No cost in half of the futures</source>
        <translation>Coût&#xa0;: nul dans la moitié des futurs</translation>
    </message>
    <message>
        <source>No cost in {weeks} weeks</source>
        <translation>Coût&#xa0;: nul en {weeks} semaines</translation>
    </message>
    <message>
        <source>No {noun} in half of the futures</source>
        <translation>{subject}&#xa0;: zéro dans la moitié des futurs</translation>
    </message>
    <message>
        <source>No {noun} in {weeks} weeks</source>
        <translation>{subject}&#xa0;: zéro en {weeks} semaines</translation>
    </message>
    <message>
        <source>No {noun}; {before} in {year}</source>
        <translation>Aucun résultat&#xa0;: {noun}&#x202f;; {before} en {year}</translation>
    </message>
    <message>
        <source>{figure} {noun} in {weeks} weeks</source>
        <translation>{subject}&#xa0;: {figure} en {weeks} semaines</translation>
    </message>
    <message>
        <source>{finding} ({figure} in {year})</source>
        <translation>{finding} ({figure} en {year})</translation>
    </message>
    <message>
        <source>{finding} against {than}</source>
        <translation>{finding} par rapport à {than}</translation>
    </message>
    <message>
        <source>{finding}; not recorded</source>
        <translation>{finding}&#x202f;; hors relevé</translation>
    </message>
    <message>
        <source>{finding}; one in {figure} faces</source>
        <translation>{finding}&#x202f;; 1 sur {figure}</translation>
    </message>
    <message>
        <source>{finding}; still one in {figure} faces</source>
        <translation>{finding}&#x202f;; toujours 1 sur {figure}</translation>
    </message>
    <message>
        <source>{growth}, {before} in {year} to {now}</source>
        <translation>{growth}, de {before} en {year} à {now}</translation>
    </message>
    <message>
        <source>{subject} almost vanish</source>
        <translation>{subject}&#xa0;: presque plus rien</translation>
    </message>
    <message>
        <source>{subject} almost vanishes</source>
        <translation>{subject}&#xa0;: presque plus rien</translation>
    </message>
    <message>
        <source>{subject} are not defined in most futures</source>
        <translation>{subject}&#xa0;: valeur non définie dans la plupart des futurs</translation>
    </message>
    <message>
        <source>{subject} fall by about {share}</source>
        <translation>{subject}&#xa0;: baisse d’environ {share}</translation>
    </message>
    <message>
        <source>{subject} fall to about a quarter</source>
        <translation>{subject}&#xa0;: chute à un quart environ</translation>
    </message>
    <message>
        <source>{subject} fall to about a third</source>
        <translation>{subject}&#xa0;: chute à un tiers environ</translation>
    </message>
    <message>
        <source>{subject} falls by about {share}</source>
        <translation>{subject}&#xa0;: baisse d’environ {share}</translation>
    </message>
    <message>
        <source>{subject} falls to about a quarter</source>
        <translation>{subject}&#xa0;: chute à un quart environ</translation>
    </message>
    <message>
        <source>{subject} falls to about a third</source>
        <translation>{subject}&#xa0;: chute à un tiers environ</translation>
    </message>
    <message>
        <source>{subject} grow about {times}-fold</source>
        <translation>{subject}&#xa0;: env. {times} fois plus</translation>
    </message>
    <message>
        <source>{subject} grow {times}-fold</source>
        <translation>{subject}&#xa0;: {times} fois plus</translation>
    </message>
    <message>
        <source>{subject} grows about {times}-fold</source>
        <translation>{subject}&#xa0;: env. {times} fois plus</translation>
    </message>
    <message>
        <source>{subject} grows {times}-fold</source>
        <translation>{subject}&#xa0;: {times} fois plus</translation>
    </message>
    <message>
        <source>{subject} is about {figure}</source>
        <translation>{subject}&#xa0;: environ {figure}</translation>
    </message>
    <message>
        <source>{subject} is about {figure} in {weeks} weeks</source>
        <translation>{subject}&#xa0;: environ {figure} en {weeks} semaines</translation>
    </message>
    <message>
        <source>{subject} is not defined in most futures</source>
        <translation>{subject}&#xa0;: valeur non définie dans la plupart des futurs</translation>
    </message>
    <message>
        <source>{subject} may fall</source>
        <translation>{subject}&#xa0;: baisse possible</translation>
    </message>
    <message>
        <source>{subject} may rise</source>
        <translation>{subject}&#xa0;: hausse possible</translation>
    </message>
    <message>
        <source>{subject} may rise or fall</source>
        <translation>{subject}&#xa0;: hausse ou baisse possible</translation>
    </message>
    <message>
        <source>{subject} more than double</source>
        <translation>{subject}&#xa0;: plus du double</translation>
    </message>
    <message>
        <source>{subject} more than doubles</source>
        <translation>{subject}&#xa0;: plus du double</translation>
    </message>
    <message>
        <source>{subject} more than triple</source>
        <translation>{subject}&#xa0;: plus du triple</translation>
    </message>
    <message>
        <source>{subject} more than triples</source>
        <translation>{subject}&#xa0;: plus du triple</translation>
    </message>
    <message>
        <source>{subject} nearly double</source>
        <translation>{subject}&#xa0;: presque le double</translation>
    </message>
    <message>
        <source>{subject} nearly doubles</source>
        <translation>{subject}&#xa0;: presque le double</translation>
    </message>
    <message>
        <source>{subject} nearly triple</source>
        <translation>{subject}&#xa0;: presque le triple</translation>
    </message>
    <message>
        <source>{subject} nearly triples</source>
        <translation>{subject}&#xa0;: presque le triple</translation>
    </message>
    <message>
        <source>{subject} rise by about half</source>
        <translation>{subject}&#xa0;: hausse d’environ la moitié</translation>
    </message>
    <message>
        <source>{subject} rise by about {share}</source>
        <translation>{subject}&#xa0;: hausse d’environ {share}</translation>
    </message>
    <message>
        <source>{subject} rises by about half</source>
        <translation>{subject}&#xa0;: hausse d’environ la moitié</translation>
    </message>
    <message>
        <source>{subject} rises by about {share}</source>
        <translation>{subject}&#xa0;: hausse d’environ {share}</translation>
    </message>
    <message>
        <source>{subject} roughly double</source>
        <translation>{subject}&#xa0;: le double environ</translation>
    </message>
    <message>
        <source>{subject} roughly doubles</source>
        <translation>{subject}&#xa0;: le double environ</translation>
    </message>
    <message>
        <source>{subject} roughly halve</source>
        <translation>{subject}&#xa0;: la moitié environ</translation>
    </message>
    <message>
        <source>{subject} roughly halves</source>
        <translation>{subject}&#xa0;: la moitié environ</translation>
    </message>
    <message>
        <source>{subject} roughly triple</source>
        <translation>{subject}&#xa0;: le triple environ</translation>
    </message>
    <message>
        <source>{subject} roughly triples</source>
        <translation>{subject}&#xa0;: le triple environ</translation>
    </message>
    <message>
        <source>{subject} stay about the same as {than}</source>
        <translation>{subject}&#xa0;: à peu près comme {than}</translation>
    </message>
    <message>
        <source>{subject} stay near the {before} of {year}</source>
        <translation>{subject}&#xa0;: près des {before} de {year}</translation>
    </message>
    <message>
        <source>{subject} stays about the same as {than}</source>
        <translation>{subject}&#xa0;: à peu près comme {than}</translation>
    </message>
    <message>
        <source>{subject}: {before} in {year}, about {now} projected</source>
        <translation>{subject}&#xa0;: {before} en {year}, environ {now} en projection</translation>
    </message>
</context>
<context>
    <name>Top bar</name>
    <message>
        <source>Add newer weeks</source>
        <translation>Compléter</translation>
    </message>
    <message>
        <source>Fingerprint of everything that decides these numbers. Press to copy it.</source>
        <translation>Empreinte de tout ce qui détermine ces chiffres. Cliquer pour la copier.</translation>
    </message>
    <message>
        <source>Fingerprint {fingerprint}</source>
        <translation>Empreinte {fingerprint}</translation>
    </message>
    <message>
        <source>Opens the records, where weeks can be added after this one’s end</source>
        <translation>Ouvre les relevés, où des semaines s’ajoutent après la fin de celui-ci</translation>
    </message>
    <message>
        <source>a record that is not kept here</source>
        <translation>un relevé qui n’est pas conservé ici</translation>
    </message>
    <message>
        <source>{record} · model {version}</source>
        <translation>{record} · modèle {version}</translation>
    </message>
    <message>
        <source>{record}, {count} months old</source>
        <translation>{record} ({count} mois)</translation>
    </message>
    <message>
        <source>• not saved</source>
        <translation>• non enregistré</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Arrests at live facial recognition (LFR) deployments, faces scanned, people wrongly flagged. The line is the middle of many futures; 8 in 10 of them lie within the band. To the left of “record ends” is what {force} has published.</source>
        <translation>Arrestations lors des déploiements de reconnaissance faciale en temps réel (LFR), visages scannés, personnes signalées à tort. La ligne est le milieu de nombreux futurs&#x202f;; 8 sur 10 sont dans la bande. À gauche de «&#xa0;fin du relevé&#xa0;» se trouve ce que {force} a publié.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Commencer</translation>
    </message>
    <message>
        <source>Compare scenarios</source>
        <translation>Comparer des scénarios</translation>
    </message>
    <message>
        <source>Drag it, press + or −, or type a value; the clock lets it change over time. The small tick is the baseline, and hatching marks what nobody has seen yet.</source>
        <translation>Faites-le glisser, appuyez sur + ou −, ou tapez une valeur&#x202f;; l’horloge le fait varier dans le temps. Le petit trait est la référence, et les hachures marquent ce que personne n’a encore vu.</translation>
    </message>
    <message>
        <source>Move a lever</source>
        <translation>Déplacer un levier</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Read the year</source>
        <translation>Lire l’année</translation>
    </message>
    <message>
        <source>See what follows</source>
        <translation>Voir ce qui s’ensuit</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>Passer la visite</translation>
    </message>
    <message>
        <source>Totals with their ranges beside the last full year, in how many futures the arrests of the officers lost are made up for, and how much of the plan is delivered.</source>
        <translation>Les totaux avec leurs fourchettes à côté de la dernière année complète, dans combien de futurs les arrestations des policiers perdus sont compensées, et quelle part du plan est réalisée.</translation>
    </message>
    <message>
        <source>Up to four at a time. Duplicate one, change it, and see what differs. Everything can be undone, and saved in a file that others can open.</source>
        <translation>Jusqu’à quatre à la fois. En dupliquer un, le modifier et voir ce qui diffère. Tout peut être annulé, et enregistré dans un fichier que d’autres peuvent ouvrir.</translation>
    </message>
    <message>
        <source>{at} of {count}</source>
        <translation>{at} sur {count}</translation>
    </message>
</context>
<context>
    <name>Trade-off</name>
    <message>
        <source> and </source>
        <translation> et </translation>
    </message>
    <message>
        <source>Against each other</source>
        <translation>L’un contre l’autre</translation>
    </message>
    <message>
        <source>Click a cell, or move with the arrow keys and press Enter, to set both levers</source>
        <translation>Cliquer une case, ou se déplacer avec les flèches et appuyer sur Entrée, pour régler les deux</translation>
    </message>
    <message>
        <source>Efficient setting</source>
        <translation>Réglage efficace</translation>
    </message>
    <message>
        <source>Efficient: no other choice shown, under the same beliefs and circumstances, gives more of the one without more of the other.</source>
        <translation>Efficace&#xa0;: aucun autre choix affiché, avec les mêmes hypothèses et circonstances, ne donne plus de l’un sans plus de l’autre.</translation>
    </message>
    <message>
        <source>Every setting of the two levers is projected over the same futures; all else stays as the scenario has it. Means or medians without ranges.</source>
        <translation>Chaque réglage des deux leviers est projeté sur les mêmes futurs&#x202f;; tout le reste demeure comme dans le scénario. Des moyennes ou médianes, sans fourchettes.</translation>
    </message>
    <message>
        <source>Every setting shown is efficient: under the same beliefs and circumstances, more of the one always comes with more of the other.</source>
        <translation>Chaque réglage affiché est efficace&#xa0;: avec les mêmes hypothèses et circonstances, plus de l’un va toujours avec plus de l’autre.</translation>
    </message>
    <message>
        <source>From each value of the horizontal lever to the next, with the vertical one as the scenario has it.</source>
        <translation>De chaque valeur du levier horizontal à la suivante, le levier vertical restant où le scénario l’a mis.</translation>
    </message>
    <message>
        <source>Less of this outcome</source>
        <translation>Moins de ce résultat</translation>
    </message>
    <message>
        <source>Horizontal lever</source>
        <translation>Levier en abscisse</translation>
    </message>
    <message>
        <source>Vertical lever</source>
        <translation>Levier en ordonnée</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus de</translation>
    </message>
    <message>
        <source>Between places</source>
        <translation>Entre lieux</translation>
    </message>
    <message>
        <source>Every named mix in place of the scenario’s own, over the same futures; all else stays as the scenario has it. Medians, with what holds 8 of 10 futures. Efficient: no other mix shown has more arrests without more faces in those boroughs.</source>
        <translation>Chaque répartition nommée à la place de celle du scénario, sur les mêmes futurs&#x202f;; tout le reste demeure tel que le scénario le fixe. Médianes, avec ce qui tient 8 futurs sur 10. Efficace&#xa0;: aucune autre répartition affichée n’a plus d’arrestations sans plus de visages dans ces arrondissements.</translation>
    </message>
    <message>
        <source>More of this outcome</source>
        <translation>Plus de ce résultat</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Selon</translation>
    </message>
    <message>
        <source>Over two levers</source>
        <translation>Selon deux leviers</translation>
    </message>
    <message>
        <source>Statistic of both outcomes</source>
        <translation>Statistique des deux résultats</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Pas à pas</translation>
    </message>
    <message>
        <source>and</source>
        <translation>et</translation>
    </message>
    <message>
        <source>exchange</source>
        <translation>échange</translation>
    </message>
    <message>
        <source>filled and numbered: efficient · ring: other settings · cross: the record, faint where it was counted otherwise</source>
        <translation>plein et numéroté&#xa0;: efficace · anneau&#xa0;: autres réglages · croix&#xa0;: le relevé, pâle s’il était compté autrement</translation>
    </message>
    <message>
        <source>less</source>
        <translation>moins de</translation>
    </message>
    <message>
        <source>now</source>
        <translation>actuel</translation>
    </message>
    <message>
        <source>recorded, scaled to {weeks} weeks: {deployments} deployments a week</source>
        <translation>relevé, ramené à {weeks} semaines&#xa0;: {deployments} déploiements par semaine</translation>
    </message>
    <message>
        <source>recorded, scaled to {weeks} weeks: {deployments} deployments a week; counted or set otherwise, not comparable</source>
        <translation>relevé, ramené à {weeks} semaines&#xa0;: {deployments} déploiements par semaine&#x202f;; compté ou réglé autrement, non comparable</translation>
    </message>
    <message>
        <source>shaded: {shade} · lines: {lines}</source>
        <translation>ombré&#xa0;: {shade} · lignes&#xa0;: {lines}</translation>
    </message>
    <message>
        <source>{year}, scaled up from {count} weeks</source>
        <translation>{year}, extrapolé de {count} semaines</translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message>
        <source>adding {title}</source>
        <translation>ajout de {title}</translation>
    </message>
    <message>
        <source>changing horizon and draws</source>
        <translation>modification de l’horizon et des tirages</translation>
    </message>
    <message>
        <source>choosing places</source>
        <translation>le choix des lieux</translation>
    </message>
    <message>
        <source>closing {title}</source>
        <translation>fermeture de {title}</translation>
    </message>
    <message>
        <source>describing the scenario</source>
        <translation>description du scénario</translation>
    </message>
    <message>
        <source>hiding {title}</source>
        <translation>masquage de {title}</translation>
    </message>
    <message>
        <source>making {title} the baseline</source>
        <translation>{title} comme référence</translation>
    </message>
    <message>
        <source>moving {label}</source>
        <translation>déplacement de&#xa0;: {label}</translation>
    </message>
    <message>
        <source>moving {title}</source>
        <translation>déplacement de {title}</translation>
    </message>
    <message>
        <source>opening {title}</source>
        <translation>ouverture de {title}</translation>
    </message>
    <message>
        <source>projecting from {name}</source>
        <translation>projection à partir de {name}</translation>
    </message>
    <message>
        <source>putting changes of {source} on {target}</source>
        <translation>le report de changements de {source} sur {target}</translation>
    </message>
    <message>
        <source>renaming to {title}</source>
        <translation>changement de titre&#xa0;: {title}</translation>
    </message>
    <message>
        <source>resetting {lever}</source>
        <translation>remise à zéro de&#xa0;: {lever}</translation>
    </message>
    <message>
        <source>resetting {lever} of {title}</source>
        <translation>remise à zéro de&#xa0;: {lever} dans {title}</translation>
    </message>
    <message>
        <source>restoring the version of {when}</source>
        <translation>retour à la version de {when}</translation>
    </message>
    <message>
        <source>reverting to the start</source>
        <translation>retour au début</translation>
    </message>
    <message>
        <source>reverting to {name}</source>
        <translation>retour à {name}</translation>
    </message>
    <message>
        <source>selecting {title}</source>
        <translation>sélection de {title}</translation>
    </message>
    <message>
        <source>setting the beliefs to the evidence</source>
        <translation>retour des hypothèses aux données</translation>
    </message>
    <message>
        <source>setting the levers to the baseline</source>
        <translation>retour des leviers à la référence</translation>
    </message>
    <message>
        <source>setting {label} in all scenarios</source>
        <translation>le réglage dans tous les scénarios&#xa0;: {label}</translation>
    </message>
    <message>
        <source>setting {levers}</source>
        <translation>réglage de&#xa0;: {levers}</translation>
    </message>
    <message>
        <source>setting {lever} of {title}</source>
        <translation>réglage de&#xa0;: {lever} dans {title}</translation>
    </message>
    <message>
        <source>showing {title}</source>
        <translation>affichage de {title}</translation>
    </message>
    <message>
        <source>the setting found</source>
        <translation>le réglage trouvé</translation>
    </message>
    <message>
        <source>the share of {place}</source>
        <translation>la part du lieu {place}</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>a week</source>
        <translation>par semaine</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>par an</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>alerte</translation>
    </message>
    <message>
        <source>alerts</source>
        <translation>alertes</translation>
    </message>
    <message>
        <source>arrest</source>
        <translation>arrestation</translation>
    </message>
    <message>
        <source>arrests</source>
        <translation>arrestations</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>corrélation</translation>
    </message>
    <message>
        <source>day</source>
        <translation>jour</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>deployment</source>
        <translation>déploiement</translation>
    </message>
    <message>
        <source>deployment a day</source>
        <translation>déploiement par jour</translation>
    </message>
    <message>
        <source>deployments a day</source>
        <translation>déploiements par jour</translation>
    </message>
    <message>
        <source>deployments</source>
        <translation>déploiements</translation>
    </message>
    <message>
        <source>exponent</source>
        <translation>exposant</translation>
    </message>
    <message>
        <source>face</source>
        <translation>visage</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>visages</translation>
    </message>
    <message>
        <source>full-time posts</source>
        <translation>postes à temps plein</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>heure</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <source>officer</source>
        <translation>policier</translation>
    </message>
    <message>
        <source>officers</source>
        <translation>policiers</translation>
    </message>
    <message>
        <source>people</source>
        <translation>personnes</translation>
    </message>
    <message>
        <source>per million faces</source>
        <translation>par million de visages</translation>
    </message>
    <message>
        <source>person</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>post</source>
        <translation>poste</translation>
    </message>
    <message>
        <source>posts</source>
        <translation>postes</translation>
    </message>
    <message>
        <source>share</source>
        <translation>part</translation>
    </message>
    <message>
        <source>times proportional</source>
        <translation>fois la part proportionnelle</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semaine</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>semaines</translation>
    </message>
</context>
<context>
    <name>Unit after million</name>
    <message>
        <source>alerts</source>
        <translation>d’alertes</translation>
    </message>
    <message>
        <source>arrests</source>
        <translation>d’arrestations</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>corrélation</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>deployments</source>
        <translation>de déploiements</translation>
    </message>
    <message>
        <source>faces</source>
        <translation>de visages</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>d’heures</translation>
    </message>
    <message>
        <source>officers</source>
        <translation>de policiers</translation>
    </message>
    <message>
        <source>people</source>
        <translation>de personnes</translation>
    </message>
    <message>
        <source>posts</source>
        <translation>de postes</translation>
    </message>
    <message>
        <source>weeks</source>
        <translation>de semaines</translation>
    </message>
</context>
<context>
    <name>Value of knowing</name>
    <message>
        <source>All scenarios are given the beliefs of {title}: choices are decided, beliefs are not.</source>
        <translation>Tous les scénarios reçoivent les hypothèses de {title}&#xa0;: les choix se décident, les hypothèses non.</translation>
    </message>
    <message>
        <source>Learnt first</source>
        <translation>Appris d’abord</translation>
    </message>
    <message>
        <source>Nothing to choose between</source>
        <translation>Aucun choix à faire</translation>
    </message>
    <message>
        <source>Once it is known</source>
        <translation>Une fois connu</translation>
    </message>
    <message>
        <source>The chance of it as things are believed: {chances}.</source>
        <translation>Les chances d’y arriver selon les hypothèses&#xa0;: {chances}.</translation>
    </message>
    <message>
        <source>The decision is the scenario with the highest chance of the target, over the futures as they are believed. Each belief is taken to equally likely values of its spread, exactly known, with the same luck; what choosing then adds to the chance on average is the expected value of partial perfect information (EVPPI). Learning everything, luck too, would add {all} of 100.</source>
        <translation>On décide pour le scénario qui a le plus de chances d’atteindre la cible, sur les futurs tels qu’on les croit. Chaque hypothèse est portée à des valeurs également probables de sa dispersion, exactement connues, avec le même hasard&#x202f;; ce que le choix ajoute alors en moyenne à ces chances est la valeur espérée d’une information parfaite partielle (EVPPI). Tout savoir, hasard compris, ajouterait {all} sur 100.</translation>
    </message>
    <message>
        <source>What is worth knowing depends on what you choose between: open a second scenario, or duplicate this one and move a lever.</source>
        <translation>Ce qu’il vaut la peine de savoir dépend de ce entre quoi l’on choisit&#xa0;: ouvrir un second scénario, ou dupliquer celui-ci et déplacer un levier.</translation>
    </message>
    <message>
        <source>Worth knowing first is {belief}: once it is known, the chance of {wanted} rises by {gain} of 100, from {before} to {after}.</source>
        <translation>À savoir d’abord&#xa0;: {belief}. En choisissant après l’avoir appris, les chances d’avoir {wanted} gagnent {gain} sur 100, de {before} à {after}.</translation>
    </message>
    <message>
        <source>adds, of 100</source>
        <translation>ajoute, sur 100</translation>
    </message>
    <message>
        <source>bar: the chance once the belief is known, lowest to highest · marker: the chance today · right: what knowing it adds, of 100</source>
        <translation>barre&#xa0;: les chances une fois l’hypothèse connue, de la plus basse à la plus haute · marque&#xa0;: aujourd’hui · à droite&#xa0;: ce qu’ajoute de le savoir, sur 100</translation>
    </message>
    <message>
        <source>highest chance, once known</source>
        <translation>chances les plus hautes, une fois connu</translation>
    </message>
    <message>
        <source>who has it</source>
        <translation>à qui elles sont</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
    <message>
        <source>{title} from {value}</source>
        <translation>{title} à partir de {value}</translation>
    </message>
    <message>
        <source>{title} {chance} of 100</source>
        <translation>{title} {chance} sur 100</translation>
    </message>
    <message>
        <source>{title}, whatever it is</source>
        <translation>{title}, quoi qu’il en soit</translation>
    </message>
    <message>
        <source>{wanted}: no single belief changes the choice. {chosen} keeps its chance, {chance} of 100, whichever belief is learnt.</source>
        <translation>{wanted}&#xa0;: aucune hypothèse à elle seule ne change le choix. {chosen} garde ses chances, {chance} sur 100, quelle que soit l’hypothèse apprise.</translation>
    </message>
    <message>
        <source>{wanted}: no single belief changes the choice. {chosen} keeps the highest chance, {chance} of 100; learning {belief} would move it most, between {low} and {high}.</source>
        <translation>{wanted}&#xa0;: aucune hypothèse à elle seule ne change le choix. {chosen} garde les meilleures chances, {chance} sur 100&#x202f;; le plus instructif serait d’apprendre ceci&#xa0;: {belief}, entre {low} et {high}.</translation>
    </message>
    <message>
        <source>{wanted}: {chosen} has the highest chance, {chance} of 100, and no belief that it depends on is uncertain.</source>
        <translation>{wanted}&#xa0;: {chosen} a les meilleures chances, {chance} sur 100, et aucune hypothèse dont cela dépend n’est incertaine.</translation>
    </message>
</context>
<context>
    <name>What changed</name>
    <message>
        <source>{measure}: from {first} to {second} ({difference}), most of it by {part} ({size}).</source>
        <translation>{measure}&#xa0;: de {first} à {second} ({difference}), surtout par ceci&#xa0;: {part} ({size}).</translation>
    </message>
    <message>
        <source>{measure}: {first} in both; nothing moved.</source>
        <translation>{measure}&#xa0;: {first} dans les deux&#x202f;; rien n’a bougé.</translation>
    </message>
    <message>
        <source>{measure}: {first} to {second}.</source>
        <translation>{measure}&#xa0;: de {first} à {second}.</translation>
    </message>
</context>
<context>
    <name>What changed the number</name>
    <message>
        <source>Each part is what the change adds on average over every order in which the changes could be made (its Shapley value), so that the parts add up to the difference; beside it, what the change does alone.</source>
        <translation>Chaque part est ce que le changement ajoute en moyenne sur tous les ordres dans lesquels les changements peuvent être faits (valeur de Shapley)&#xa0;: les parts font ensemble la différence&#x202f;; à côté, ce que le changement fait seul.</translation>
    </message>
    <message>
        <source>Every slider at its baseline</source>
        <translation>Chaque levier à sa référence</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>Rien ne diffère</translation>
    </message>
    <message>
        <source>Scenario to start from</source>
        <translation>Scénario de départ</translation>
    </message>
    <message>
        <source>The desk’s baseline</source>
        <translation>La référence en cours</translation>
    </message>
    <message>
        <source>Together beyond what each does alone (shared out in the parts): {pairs}.</source>
        <translation>Ensemble, au-delà de l’effet de chacun (réparti dans les parts)&#xa0;: {pairs}.</translation>
    </message>
    <message>
        <source>What changed it</source>
        <translation>Ce qui l’a changé</translation>
    </message>
    <message>
        <source>beliefs</source>
        <translation>hypothèses</translation>
    </message>
    <message>
        <source>changed alone</source>
        <translation>changé seul</translation>
    </message>
    <message>
        <source>choices</source>
        <translation>choix</translation>
    </message>
    <message>
        <source>circumstances</source>
        <translation>circonstances</translation>
    </message>
    <message>
        <source>horizon</source>
        <translation>horizon</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>genre</translation>
    </message>
    <message>
        <source>luck</source>
        <translation>chance</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modèle</translation>
    </message>
    <message>
        <source>part</source>
        <translation>part</translation>
    </message>
    <message>
        <source>record</source>
        <translation>relevé</translation>
    </message>
    <message>
        <source>to the selected one:</source>
        <translation>à celui qui est sélectionné&#xa0;:</translation>
    </message>
    <message>
        <source>{title} and the selected scenario have the same settings: move a lever, or choose another scenario to start from.</source>
        <translation>{title} et le scénario sélectionné ont les mêmes réglages&#xa0;: déplacer un levier, ou choisir un autre scénario de départ.</translation>
    </message>
    <message>
        <source>{first} with {second} {size}</source>
        <translation>{first} avec {second} {size}</translation>
    </message>
</context>
<context>
    <name>What&apos;s this</name>
    <message>
        <source>A briefing as a web page, PDF, Word document or data, with the scenario inside.</source>
        <translation>Une note d’information en page web, PDF, document Word ou données, avec le scénario dedans.</translation>
    </message>
    <message>
        <source>All charts as totals of the weeks projected.</source>
        <translation>Tous les graphiques en totaux des semaines projetées.</translation>
    </message>
    <message>
        <source>Checks, reviews and limits of this scenario, for a quality statement.</source>
        <translation>Contrôles, revues et limites de ce scénario, pour une déclaration de qualité.</translation>
    </message>
    <message>
        <source>Chooses what the fourth chart shows.</source>
        <translation>Choisit ce que montre le quatrième graphique.</translation>
    </message>
    <message>
        <source>Deployments × alerts × arrests, link by link against the baseline: which one moved.</source>
        <translation>Déploiements × alertes × arrestations, maillon par maillon par rapport à la référence&#xa0;: lequel a bougé.</translation>
    </message>
    <message>
        <source>Each chart shows the middle of the possible futures as a line, half of them in the dark band and 8 in 10 in the light one. Its title says what stands out.</source>
        <translation>Chaque graphique montre le milieu des futurs possibles par une ligne, la moitié d’entre eux dans la bande foncée et 8 sur 10 dans la bande claire. Son titre dit ce qui ressort.</translation>
    </message>
    <message>
        <source>Every lever of every scenario side by side. Type in a cell to change it there.</source>
        <translation>Chaque levier de chaque scénario côte à côte. Saisir dans une case pour le modifier.</translation>
    </message>
    <message>
        <source>Full sentences under every headline.</source>
        <translation>Des phrases complètes sous chaque chiffre.</translation>
    </message>
    <message>
        <source>How far the result moves when a belief goes from one end of its range to the other.</source>
        <translation>De combien le résultat varie quand une hypothèse va d’un bout à l’autre de sa fourchette.</translation>
    </message>
    <message>
        <source>In which ranges of the beliefs the plan misses its target most often.</source>
        <translation>Dans quelles fourchettes des hypothèses le plan manque le plus souvent son objectif.</translation>
    </message>
    <message>
        <source>On whom false alerts fall, and what cannot be said about it.</source>
        <translation>Qui les fausses alertes touchent, et ce qu’on ne peut pas en dire.</translation>
    </message>
    <message>
        <source>A scenario. Press to select it; F2 renames it, H shows or hides its lines, Delete closes it.</source>
        <translation>Un scénario. Cliquer pour le sélectionner&#x202f;; F2 le renomme, H montre ou masque ses courbes, Suppr le ferme.</translation>
    </message>
    <message>
        <source>Adds a copy of the selected scenario, or one of those shipped.</source>
        <translation>Ajoute une copie du scénario sélectionné, ou l’un de ceux fournis.</translation>
    </message>
    <message>
        <source>All charts as running sums since the record’s end.</source>
        <translation>Tous les graphiques en sommes cumulées depuis la fin du relevé.</translation>
    </message>
    <message>
        <source>All charts week by week; counts of which most weeks have none stay running sums.</source>
        <translation>Tous les graphiques semaine par semaine&#x202f;; les comptages nuls la plupart des semaines restent cumulés.</translation>
    </message>
    <message>
        <source>Any number of scenarios side by side: where each lever was set, how the outcomes spread, and who differs most on what.</source>
        <translation>De nombreux scénarios côte à côte&#xa0;: où chaque levier est réglé, comment les résultats se répartissent, et qui diffère le plus sur quoi.</translation>
    </message>
    <message>
        <source>Earlier versions of the selected scenario. Those with a note are kept for good.</source>
        <translation>Versions antérieures du scénario sélectionné. Celles qui ont une note sont gardées définitivement.</translation>
    </message>
    <message>
        <source>Everything about one belief: its curve, grade and sources.</source>
        <translation>Tout sur une hypothèse&#xa0;: sa courbe, son degré et ses sources.</translation>
    </message>
    <message>
        <source>Keeps this share while others are set.</source>
        <translation>Garde cette part pendant qu’on règle les autres.</translation>
    </message>
    <message>
        <source>How much the chance of a target would rise if one belief were known before choosing between the scenarios on the desk.</source>
        <translation>De combien augmenteraient les chances d’atteindre une cible si une hypothèse était connue avant de choisir entre les scénarios du bureau.</translation>
    </message>
    <message>
        <source>How far one or two levers must move for a target to be met, and how the figure that it asks for changes along the lever.</source>
        <translation>De combien un ou deux leviers doivent bouger pour qu’un objectif soit atteint, et comment le chiffre visé change le long du levier.</translation>
    </message>
    <message>
        <source>How sure you are of this belief: as sure as the evidence, within your own range, or exactly.</source>
        <translation>La certitude sur cette hypothèse&#xa0;: celle des données, une fourchette choisie, ou une valeur exacte.</translation>
    </message>
    <message>
        <source>Leaves out the randomness of counts and shows the underlying rate, with a narrower band.</source>
        <translation>Écarte le hasard des décomptes et montre le taux sous-jacent, avec une bande plus étroite.</translation>
    </message>
    <message>
        <source>Messages, newest first.</source>
        <translation>Messages, le plus récent d’abord.</translation>
    </message>
    <message>
        <source>Opens a scenario from a share code.</source>
        <translation>Ouvre un scénario à partir d’un code de partage.</translation>
    </message>
    <message>
        <source>Projections locked in advance, to be scored once the weeks have passed.</source>
        <translation>Projections inscrites à l’avance, à comparer une fois les semaines passées.</translation>
    </message>
    <message>
        <source>Puts every belief back to what its evidence says. It can be undone.</source>
        <translation>Ramène chaque hypothèse à ce que disent ses données. Peut être annulé.</translation>
    </message>
    <message>
        <source>Puts every choice and circumstance back to the baseline. It can be undone.</source>
        <translation>Ramène chaque choix et circonstance à la référence. Peut être annulé.</translation>
    </message>
    <message>
        <source>Ready mixes of places; each replaces the mix of the selected scenario.</source>
        <translation>Des répartitions toutes prêtes&#x202f;; chacune remplace celle du scénario sélectionné.</translation>
    </message>
    <message>
        <source>Shows or hides the rarer beliefs.</source>
        <translation>Montre ou masque les hypothèses plus rares.</translation>
    </message>
    <message>
        <source>Shows or hides the rarer choices.</source>
        <translation>Montre ou masque les choix plus rares.</translation>
    </message>
    <message>
        <source>Shows or hides the rarer circumstances.</source>
        <translation>Montre ou masque les circonstances plus rares.</translation>
    </message>
    <message>
        <source>The chain above the charts, link by link.</source>
        <translation>La chaîne au-dessus des graphiques, maillon par maillon.</translation>
    </message>
    <message>
        <source>The chart is locked; this lets it follow again.</source>
        <translation>Le graphique est verrouillé&#x202f;; ceci le laisse suivre de nouveau.</translation>
    </message>
    <message>
        <source>The chart’s menu: view, table, lock, a window of its own, copies and files.</source>
        <translation>Le menu du graphique&#xa0;: vue, tableau, verrou, fenêtre à part, copies et fichiers.</translation>
    </message>
    <message>
        <source>The difference between two scenarios over time, taken future by future, so that luck cancels out.</source>
        <translation>L’écart entre deux scénarios au fil du temps, futur par futur, de sorte que la chance s’annule.</translation>
    </message>
    <message>
        <source>The figures to quote, each with its range, its change against the baseline and what to bear in mind.</source>
        <translation>Les chiffres à citer, chacun avec sa fourchette, son écart avec la référence et ce qu’il faut garder à l’esprit.</translation>
    </message>
    <message>
        <source>The levers: what the policymaker decides, what happens to the force, and what is believed about the system. Move one, and everything is projected again.</source>
        <translation>Les leviers&#xa0;: ce que l’autorité décide, ce qui arrive à la police, et ce qu’on suppose du système. En déplacer un relance toute la projection.</translation>
    </message>
    <message>
        <source>The lever’s value, and the week each value starts.</source>
        <translation>La valeur du levier, et la semaine où chaque valeur commence.</translation>
    </message>
    <message>
        <source>The map of places, in place of the charts.</source>
        <translation>La carte des lieux, à la place des graphiques.</translation>
    </message>
    <message>
        <source>The open scenarios, up to four. The levers change the selected one; one is the baseline that the others are compared with.</source>
        <translation>Les scénarios ouverts, quatre au plus. Les leviers agissent sur celui qui est sélectionné&#x202f;; l’un d’eux est la référence à laquelle les autres sont comparés.</translation>
    </message>
    <message>
        <source>The pages of help.</source>
        <translation>Les pages d’aide.</translation>
    </message>
    <message>
        <source>The scenario as text that fits into a message.</source>
        <translation>Le scénario sous forme d’un texte qui tient dans un message.</translation>
    </message>
    <message>
        <source>What a table would be taken as, and what it would change, before anything is kept.</source>
        <translation>Ce qui serait compris d’un tableau et ce qu’il changerait, avant que rien ne soit gardé.</translation>
    </message>
    <message>
        <source>What is open, undo and redo, and how these numbers can be checked.</source>
        <translation>Ce qui est ouvert, annuler et rétablir, et comment vérifier ces chiffres.</translation>
    </message>
    <message>
        <source>Which places lose what this one gains: all in proportion, or one alone.</source>
        <translation>Quels lieux cèdent ce que gagne celui-ci&#xa0;: tous en proportion, ou un seul.</translation>
    </message>
    <message>
        <source>Whose: the selected scenario’s, the record’s as counted, or what differs from the baseline, draw by draw.</source>
        <translation>De quoi&#xa0;: du scénario sélectionné, du relevé tel que compté, ou de ce qui diffère de la référence, tirage par tirage.</translation>
    </message>
    <message>
        <source>The shipped record, and records of your own.</source>
        <translation>Le relevé fourni, et vos propres relevés.</translation>
    </message>
    <message>
        <source>The value that each belief would need for the answer to turn, beside what its evidence says.</source>
        <translation>La valeur qu’il faudrait à chaque hypothèse pour que la réponse bascule, à côté de ce que disent ses données.</translation>
    </message>
    <message>
        <source>Twelve characters computed from every input. The same fingerprint means the same inputs. Press to copy it.</source>
        <translation>Douze caractères calculés à partir de toutes les entrées. La même empreinte signifie les mêmes entrées. Cliquer pour la copier.</translation>
    </message>
    <message>
        <source>Two outcomes against each other over the range of two levers; the frontier joins the settings where one cannot be improved without worsening the other.</source>
        <translation>Deux résultats l’un contre l’autre sur l’étendue de deux leviers&#x202f;; la frontière relie les réglages où l’un ne peut s’améliorer sans que l’autre se dégrade.</translation>
    </message>
    <message>
        <source>How much of the change from one scenario to another is due to each lever.</source>
        <translation>Quelle part du changement d’un scénario à l’autre revient à quel levier.</translation>
    </message>
    <message>
        <source>What stands on the tiles and decides their shade.</source>
        <translation>Ce qui figure sur les cases et décide de leur teinte.</translation>
    </message>
    <message>
        <source>What the model would have said at a date in the past, and what happened.</source>
        <translation>Ce que le modèle aurait dit à une date passée, et ce qui s’est produit.</translation>
    </message>
    <message>
        <source>Where the deployments take place: every borough is a tile of one size, the fixed cameras have one of their own. Each is a lever; what one gains, the others lose.</source>
        <translation>Où se tiennent les déploiements&#xa0;: chaque arrondissement est une case de même taille, les caméras fixes ont la leur. Chacune est un levier, et ce qu’elle gagne, les autres le cèdent.</translation>
    </message>
    <message>
        <source>Where the deployments take place; opens the map to change it.</source>
        <translation>Où se tiennent les déploiements&#x202f;; ouvre la carte pour le changer.</translation>
    </message>
    <message>
        <source>Where the window is narrow, levers and headlines share one column; these tabs change between them.</source>
        <translation>Quand la fenêtre est étroite, les leviers et l’essentiel partagent une colonne&#x202f;; ces onglets passent de l’un à l’autre.</translation>
    </message>
</context>
<context>
    <name>Where the plan fails</name>
    <message>
        <source>All cases</source>
        <translation>Tous les cas</translation>
    </message>
    <message>
        <source>Beliefs are drawn from their evidence and circumstances spread evenly over their sliders, which searches and does not forecast. Boxes are peeled until failures gather in them (PRIM): coverage is the share of all misses that a box holds, density the share of its cases that miss.</source>
        <translation>Les hypothèses sont tirées de leurs données et les circonstances réparties également sur leurs curseurs&#xa0;: c’est une recherche et non une prévision. Des boîtes sont rognées jusqu’à ce que les échecs s’y rassemblent (PRIM)&#xa0;: la couverture est la part de tous les échecs qu’une boîte contient, la densité la part de ses cas qui échouent.</translation>
    </message>
    <message>
        <source>First answer, from {few} of {cases} cases</source>
        <translation>Première réponse, d’après {few} cas sur {cases}</translation>
    </message>
    <message>
        <source>More in the table.</source>
        <translation>La suite dans le tableau.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Région</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Régions</translation>
    </message>
    <message>
        <source>of all misses, here</source>
        <translation>de tous les échecs, ici</translation>
    </message>
    <message>
        <source>of cases here, missed</source>
        <translation>des cas ici, manqués</translation>
    </message>
    <message>
        <source>of all cases</source>
        <translation>de tous les cas</translation>
    </message>
    <message>
        <source>{cases} cases, with circumstances spread evenly, which is not a forecast: {varied}.</source>
        <translation>{cases} cas, aux circonstances réparties uniformément, ce qui n’est pas une prévision&#xa0;: {varied}.</translation>
    </message>
    <message>
        <source>{cases} cases.</source>
        <translation>{cases} cas.</translation>
    </message>
    <message>
        <source>{number}. Where {box}</source>
        <translation>{number}. Où {box}</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>A map of where the deployments take place</source>
        <translation>Une carte des lieux&#xa0;: où se tiennent les déploiements</translation>
    </message>
    <message>
        <source>All {all} futures while you move</source>
        <translation>Les {all} futurs, pendant le mouvement</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Chaîne</translation>
    </message>
    <message>
        <source>Chain and totals</source>
        <translation>Chaîne et totaux</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>First figures, from {some} of {all} futures</source>
        <translation>Premiers chiffres, tirés de {some} futurs sur {all}</translation>
    </message>
    <message>
        <source>Headlines</source>
        <translation>L’essentiel</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Levers</source>
        <translation>Leviers</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Ouvrir dans une fenêtre à part</translation>
    </message>
    <message>
        <source>Policy scenario modeller – {subject}</source>
        <translation>Modélisateur de scénarios de politique publique – {subject}</translation>
    </message>
    <message>
        <source>Preparing the fast engine: {share}</source>
        <translation>Moteur rapide&#xa0;: {share}</translation>
    </message>
    <message>
        <source>Put back into the window</source>
        <translation>Remettre dans la fenêtre</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Récupérer</translation>
    </message>
    <message>
        <source>The chain above the charts, link by link</source>
        <translation>La chaîne au-dessus des graphiques, maillon par maillon</translation>
    </message>
    <message>
        <source>The modeller ended unexpectedly; unsaved work was kept: {titles}.</source>
        <translation>Le modélisateur s’est arrêté de façon inattendue&#x202f;; le travail non enregistré a été gardé&#xa0;: {titles}.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>{some} of {all} futures while you move</source>
        <translation>{some} futurs sur {all}, pendant le mouvement</translation>
    </message>
</context>
<context>
    <name>Workshop</name>
    <message numerus="yes">
        <source>%n scenario(s) · model {version}</source>
        <translation>
            <numerusform>%n scénario · modèle {version}</numerusform>
            <numerusform>%n scénarios · modèle {version}</numerusform>
        </translation>
    </message>
    <message>
        <source>1 in 10 above</source>
        <translation>1 sur 10 au-dessus</translation>
    </message>
    <message>
        <source>1 in 10 below</source>
        <translation>1 sur 10 au-dessous</translation>
    </message>
    <message>
        <source>Add any number of scenario files, or paste share codes: each person’s own. Files can be dropped here.</source>
        <translation>Ajoutez autant de fichiers de scénario que vous voulez, ou collez des codes de partage&#xa0;: ceux de chacun. Les fichiers peuvent être déposés ici.</translation>
    </message>
    <message>
        <source>Add files to the workshop</source>
        <translation>Ajouter des fichiers à l’atelier</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Ajouter des fichiers…</translation>
    </message>
    <message numerus="yes">
        <source>All are projected over {weeks} weeks in the same {draws} futures, including the %n that came with other settings.</source>
        <translation>
            <numerusform>Tous sont projetés sur {weeks} semaines dans les mêmes {draws} futurs, y compris le&#x202f;%n venu autrement.</numerusform>
            <numerusform>Tous sont projetés sur {weeks} semaines dans les mêmes {draws} futurs, y compris les&#x202f;%n venus autrement.</numerusform>
        </translation>
    </message>
    <message>
        <source>All set the same.</source>
        <translation>Tous ont réglé la même chose.</translation>
    </message>
    <message>
        <source>Both settings, each on its lever’s own range; how many moved it</source>
        <translation>Les deux réglages, chacun sur la plage de son levier&#xa0;; combien l’ont déplacé</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vider</translation>
    </message>
    <message>
        <source>Into a briefing…</source>
        <translation>Dans une note…</translation>
    </message>
    <message>
        <source>Lever or belief</source>
        <translation>Levier ou hypothèse</translation>
    </message>
    <message>
        <source>Levers</source>
        <translation>Leviers</translation>
    </message>
    <message>
        <source>Most of it comes from {part} ({size}).</source>
        <translation>L’essentiel tient à {part} ({size}).</translation>
    </message>
    <message>
        <source>No belief explains any of it.</source>
        <translation>Aucune hypothèse n’y est pour quelque chose.</translation>
    </message>
    <message>
        <source>Nobody moved anything.</source>
        <translation>Personne n’a rien déplacé.</translation>
    </message>
    <message>
        <source>Not taken: {name}: {why}.</source>
        <translation>Non pris&#xa0;: {name}&#xa0;: {why}.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Rien encore</translation>
    </message>
    <message>
        <source>Of their beliefs, {belief} accounts for most ({size}).</source>
        <translation>De leurs hypothèses, c’est {belief} qui compte le plus ({size}).</translation>
    </message>
    <message>
        <source>One scenario: {outcome} {figure} in {weeks} weeks.</source>
        <translation>Un scénario&#xa0;: {outcome} {figure} en {weeks} semaines.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Paste codes</source>
        <translation>Coller des codes</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <source>They are based on different records.</source>
        <translation>Ils reposent sur des relevés différents.</translation>
    </message>
    <message>
        <source>They differ in: {levers}.</source>
        <translation>Ils diffèrent par&#xa0;: {levers}.</translation>
    </message>
    <message>
        <source>Two scenarios: {outcome} {low} and {high} in {weeks} weeks.</source>
        <translation>Deux scénarios&#xa0;: {outcome} {low} et {high} en {weeks} semaines.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Ce qui diffère</translation>
    </message>
    <message>
        <source>Who differs most</source>
        <translation>Qui diffère le plus</translation>
    </message>
    <message>
        <source>all at {value}; {moved}</source>
        <translation>tous à {value}&#xa0;; {moved}</translation>
    </message>
    <message>
        <source>desk, {letter}</source>
        <translation>bureau, {letter}</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>empreinte</translation>
    </message>
    <message>
        <source>from</source>
        <translation>de</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>le plus haut</translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation>est donné deux fois</translation>
    </message>
    <message>
        <source>is more than the {most} that fit</source>
        <translation>dépasse les {most} qui tiennent</translation>
    </message>
    <message>
        <source>belongs to another force</source>
        <translation>est d’une autre force</translation>
    </message>
    <message>
        <source>Add another to see how they differ.</source>
        <translation>Ajoutez-en un autre pour voir en quoi ils diffèrent.</translation>
    </message>
    <message>
        <source>Add those on the desk</source>
        <translation>Ajouter ceux du bureau</translation>
    </message>
    <message>
        <source>Lowest, middle and highest, each on its lever’s own range; how many moved it</source>
        <translation>Le plus bas, le milieu et le plus haut, chacun sur la plage de son levier&#x202f;; combien l’ont déplacé</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>le plus bas</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>milieu</translation>
    </message>
    <message>
        <source>moved by</source>
        <translation>déplacé par</translation>
    </message>
    <message>
        <source>part</source>
        <translation>part</translation>
    </message>
    <message>
        <source>{count} scenarios: {outcome} from {low} to {high} in {weeks} weeks, the middle one {middle}.</source>
        <translation>{count} scénarios&#xa0;: {outcome} de {low} à {high} en {weeks} semaines, celui du milieu {middle}.</translation>
    </message>
    <message>
        <source>{lever}, {low} to {high}, moved by {moved} of {count}</source>
        <translation>{lever}, de {low} à {high}, déplacé par {moved} sur {count}</translation>
    </message>
    <message>
        <source>{low} to {high}; {moved}</source>
        <translation>{low} à {high}&#xa0;; {moved}</translation>
    </message>
    <message>
        <source>{moved} of {count}</source>
        <translation>{moved} sur {count}</translation>
    </message>
    <message>
        <source>{moved} of {count}, {changing} over time</source>
        <translation>{moved} sur {count}, dont {changing} au fil du temps</translation>
    </message>
    <message>
        <source>{name}, {number}</source>
        <translation>{name}, {number}</translation>
    </message>
    <message>
        <source>{title} ({name})</source>
        <translation>{title} ({name})</translation>
    </message>
    <message>
        <source>“{title}” against “{middle}”: {measure} {far} against {near}.</source>
        <translation>«&#xa0;{title}&#xa0;» contre «&#xa0;{middle}&#xa0;»&#xa0;: {measure} {far} contre {near}.</translation>
    </message>
    <message>
        <source>“{title}” differs most from the middle one, “{middle}”: {measure} {far} against {near}.</source>
        <translation>«&#xa0;{title}&#xa0;» diffère le plus de celui du milieu, «&#xa0;{middle}&#xa0;»&#xa0;: {measure} {far} contre {near}.</translation>
    </message>
</context>
<context>
    <name>Wrongly flagged</name>
    <message>
        <source>8 in 10 futures</source>
        <translation>8 futurs sur 10</translation>
    </message>
    <message>
        <source>Edited in this scenario: {belief}.</source>
        <translation>Modifié dans ce scénario&#xa0;: {belief}.</translation>
    </message>
    <message>
        <source>False alerts and on whom they fall</source>
        <translation>Les fausses alertes et qui elles touchent</translation>
    </message>
    <message>
        <source>False alerts: {frequency}. In {weeks} weeks there would be {alerts}.</source>
        <translation>Fausses alertes&#xa0;: {frequency}. En {weeks} semaines, il y en aurait {alerts}.</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Médiane</translation>
    </message>
    <message>
        <source>Of the false alerts, {middle} ({range} in 8 of 10 futures) would fall on {people}: a share of {share} (counted so far: {black} of {everyone} people), compared with {residents} of residents. Residents are not the people who walked past the cameras, so this shows an imbalance and not its cause.</source>
        <translation>Parmi les fausses alertes, {middle} ({range} dans 8 futurs sur 10) toucheraient des {people}, pour une part de {share} (compté jusqu’ici&#xa0;: {black} personnes sur {everyone}) contre {residents} des habitants. Les habitants ne sont pas les personnes passées devant les caméras&#xa0;: c’est un déséquilibre que l’on voit, et non sa cause.</translation>
    </message>
    <message>
        <source>Residents are not the people who walked past the cameras, so this shows an imbalance and not its cause.</source>
        <translation>Les habitants ne sont pas les personnes passées devant les caméras&#xa0;: ceci montre un déséquilibre et non sa cause.</translation>
    </message>
    <message>
        <source>Of {people} people wrongly flagged, about {figure} ({range}) would be Black; of {people} residents of {place}, {residents} are.</source>
        <translation>Sur {people} personnes signalées à tort, environ {figure} ({range}) seraient noires&#x202f;; sur {people} habitants de {place}, {residents} le sont.</translation>
    </message>
    <message>
        <source>Share of residents</source>
        <translation>Part des habitants</translation>
    </message>
    <message>
        <source>The share rests on {black} of {everyone} people, counted in the {source}. {edited}</source>
        <translation>La part repose sur {black} personnes sur {everyone}, comptées dans&#xa0;: {source}. {edited}</translation>
    </message>
    <message>
        <source>The shares for {title} will follow in a moment.</source>
        <translation>Les parts de {title} arrivent dans un instant.</translation>
    </message>
    <message>
        <source>Times the share of residents</source>
        <translation>Multiple de la part des habitants</translation>
    </message>
    <message>
        <source>Waiting for the settled projection</source>
        <translation>En attente de la projection exacte</translation>
    </message>
    <message>
        <source>Who is wrongly flagged</source>
        <translation>Qui est signalé à tort</translation>
    </message>
    <message>
        <source>{fingerprint} · model {version} · {draws} futures</source>
        <translation>{fingerprint} · modèle {version} · {draws} futurs</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} à {high}</translation>
    </message>
</context>
</TS>
